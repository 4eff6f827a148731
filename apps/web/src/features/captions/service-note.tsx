"use client";

import { useOnline } from "../../lib/use-online.ts";
import { useReveal } from "../../lib/use-reveal.ts";

/** Said as long as the API does not answer. */
export function ServiceNote() {
  const online = useOnline();
  const note = useReveal<HTMLParagraphElement>(online);
  return (
    <p ref={note} role="status" className="rounded-2xl border border-alarm bg-alarm-tint p-4">
      {online
        ? "The caption service does not answer right now; this page goes on as soon as it does."
        : "You are offline; this page goes on as soon as you have a connection again."}
    </p>
  );
}
