import type { CaptionOptions, Limits } from "@caption-generator/schema";
import { offeredLanguage } from "./offered-language.ts";

/** Options ready to be sent: empty texts left out, and only what is offered here asked for. */
export function toRequest(
  { brandVoice, instruction, ...rest }: CaptionOptions,
  limits: Limits | undefined,
): CaptionOptions {
  return {
    ...rest,
    language: offeredLanguage(rest.language, limits?.captionModel.languages),
    ...(brandVoice?.trim() ? { brandVoice } : {}),
    ...(instruction?.trim() ? { instruction } : {}),
  };
}
