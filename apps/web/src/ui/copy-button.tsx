"use client";

import { useEffect, useState } from "react";
import { copyText } from "../lib/copy-text.ts";

const SHOWN_MS = 2_000;

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for those who hear the page: `caption 1`. */
  readonly what: string;
}

export function CopyButton({ text, what }: CopyButtonProps) {
  const [result, setResult] = useState<"Copied" | "Select and copy by hand">();
  useEffect(() => {
    if (result === undefined) return;
    const timer = setTimeout(() => setResult(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [result]);
  const copy = () =>
    copyText(text).then(
      () => setResult("Copied"),
      () => setResult("Select and copy by hand"),
    );
  return (
    <>
      <button type="button" className="button min-w-24" onClick={() => void copy()}>
        {result ?? "Copy"} <span className="sr-only">{what}</span>
      </button>
      <span aria-live="polite" className="sr-only">
        {result === undefined ? "" : `${result}: ${what}`}
      </span>
    </>
  );
}
