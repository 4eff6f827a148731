import type { Limits } from "@caption-generator/schema";
import type { OptionFieldProps } from "./options-form.tsx";

/** Offered by name; with a key, any other may be typed as its tag. */
const OFFERED = [
  "en",
  "de",
  "fr",
  "es",
  "pt-BR",
  "it",
  "nl",
  "pl",
  "tr",
  "ar",
  "hi",
  "ja",
  "ko",
  "zh",
];
const names = new Intl.DisplayNames("en", { type: "language" });

interface LanguageFieldProps extends OptionFieldProps {
  readonly languages: Limits["captionModel"]["languages"] | undefined;
}

export function LanguageField({ options: { language }, onChange, languages }: LanguageFieldProps) {
  const few = Array.isArray(languages) ? languages : undefined;
  const offered = few ?? (OFFERED.includes(language) ? OFFERED : [...OFFERED, language]);
  const value = offered.includes(language) ? language : (offered[0] ?? "en");
  return (
    <label className="flex flex-col gap-2">
      <span className="font-semibold">Language</span>
      <select
        className="field"
        value={value}
        onChange={({ target }) => onChange({ language: target.value })}
      >
        {offered.map((tag) => (
          <option key={tag} value={tag}>
            {names.of(tag) ?? tag}
          </option>
        ))}
      </select>
      {few !== undefined && (
        <span className="text-sm text-soft">Other languages need a Gemini key.</span>
      )}
    </label>
  );
}
