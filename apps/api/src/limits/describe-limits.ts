import type { Limits } from "@caption-generator/schema";
import { MEDIA_TYPES, STATIC_LIMITS } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";

/** What this installation takes and what it runs on, for the page and for programs. */
export function describeLimits(
  { model, scanner, media, transcriber }: Pick<Deps, "model" | "scanner" | "media" | "transcriber">,
  most: Pick<Limits["video"], "maxBytes" | "maxSeconds">,
): Limits {
  return {
    ...STATIC_LIMITS,
    video: {
      possible: media.active,
      note: media.note,
      ...most,
      types: Object.fromEntries(
        Object.entries(MEDIA_TYPES).map(([type, extensions]) => [type, [...extensions]]),
      ),
    },
    captionModel: {
      id: model.id,
      onDevice: model.onDevice,
      languages: model.languages === "any" ? "any" : [...model.languages],
      ...(model.note === undefined ? {} : { note: model.note }),
    },
    transcriber: { active: transcriber.active, note: transcriber.note },
    scanner: { active: scanner.active, note: scanner.note },
  };
}
