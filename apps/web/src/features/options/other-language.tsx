"use client";

import { useState } from "react";
import { nameOf, readTag } from "./language-tag.ts";

interface OtherLanguageProps {
  readonly language: string;
  readonly onPick: (tag: string) => void;
}

/** Any language by its BCP 47 tag; what is no tag holds the form back, with a sentence. */
export function OtherLanguage({ language, onPick }: OtherLanguageProps) {
  const [typed, setTyped] = useState(language);
  const read = readTag(typed);
  return (
    <>
      <input
        aria-label="Language tag"
        aria-describedby="language-tag-says"
        className="field"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        ref={(field) => field?.setCustomValidity("wrong" in read ? read.wrong : "")}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          const now = readTag(target.value);
          if ("tag" in now) onPick(now.tag);
        }}
      />
      <span id="language-tag-says" aria-live="polite" className="text-sm text-soft">
        {"tag" in read ? `Captions in: ${nameOf(read.tag)}` : read.wrong}
      </span>
    </>
  );
}
