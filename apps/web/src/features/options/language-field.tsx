"use client";

import type { Limits } from "@caption-generator/schema";
import { useState } from "react";
import { COMMON_LANGUAGES } from "./common-languages.ts";
import { nameOf } from "./language-tag.ts";
import { offeredLanguage } from "./offered-language.ts";
import type { OptionFieldProps } from "./option-field-props.ts";
import { OtherLanguage } from "./other-language.tsx";

const OTHER = "other";

interface LanguageFieldProps extends OptionFieldProps {
  readonly languages: Limits["captionModel"]["languages"] | undefined;
}

export function LanguageField({ options, onChange, languages }: LanguageFieldProps) {
  const few = Array.isArray(languages) ? languages : undefined;
  const language = offeredLanguage(options.language, languages);
  const [typing, setTyping] = useState(false);
  const other = few === undefined && (typing || !COMMON_LANGUAGES.includes(language));
  const pick = (value: string) => {
    setTyping(value === OTHER);
    if (value !== OTHER) onChange({ language: value });
  };
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor="language" className="font-semibold">
        Language
      </label>
      <select
        id="language"
        className="field"
        value={other ? OTHER : language}
        onChange={({ target }) => pick(target.value)}
      >
        {(few ?? COMMON_LANGUAGES).map((tag) => (
          <option key={tag} value={tag}>
            {nameOf(tag)}
          </option>
        ))}
        {few === undefined && <option value={OTHER}>Another…</option>}
      </select>
      {other && <OtherLanguage language={language} onPick={(tag) => onChange({ language: tag })} />}
      {few !== undefined && (
        <span className="text-sm text-soft">Other languages are not available here.</span>
      )}
    </div>
  );
}
