"use client";

import { useReveal } from "../../lib/use-reveal.ts";

/** Said to who chose another photo while captions were being written. */
export function LeftNote() {
  const note = useReveal<HTMLParagraphElement>("left");
  return (
    <p ref={note} role="status" className="text-sm text-soft">
      The captions of the photo before are not lost: you will find them in the history.
    </p>
  );
}
