"use client";

import { useReveal } from "../../lib/use-reveal.ts";

/** What happened that is no problem. It takes the focus that the button before it had. */
export function Notice({ text }: { readonly text: string }) {
  const notice = useReveal<HTMLParagraphElement>(text, { focus: true });
  return (
    <p ref={notice} role="status" tabIndex={-1} className="card outline-none">
      {text}
    </p>
  );
}
