import type { CaptionOptions } from "@caption-generator/schema";
import { AppError } from "../errors/app-error.ts";
import type { CaptionModel } from "../ports/caption-model.ts";

/** @throws AppError language_unsupported where the model does not write the language asked for */
export function checkLanguage(
  { languages, id }: Pick<CaptionModel, "languages" | "id">,
  { language }: CaptionOptions,
): void {
  if (languages === "any") return;
  if (languages.includes(new Intl.Locale(language).language)) return;
  throw new AppError({
    code: "language_unsupported",
    detail: `The caption model in use (${id}) writes ${languages.join(", ")}, not "${language}". Choose one of these, or set GEMINI_API_KEY for captions in any language.`,
    errors: [{ pointer: "/options/language", detail: `"${language}" is not written here.` }],
  });
}
