"use client";

import type { CreatedApiKey } from "@caption-generator/schema";
import { useReveal } from "../../lib/use-reveal.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { curlExample } from "./curl-example.ts";

/** A new key, this once, and how to use it. */
export function CreatedKey({ created }: { readonly created: CreatedApiKey }) {
  const card = useReveal<HTMLElement>(created.id, { focus: true });
  const command = curlExample(created, window.location.origin);
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-labelledby="created-key-heading"
      className="card flex flex-col gap-4 border-accent outline-none"
    >
      <h2 id="created-key-heading" className="wrap-anywhere font-semibold text-xl">
        Your key “{created.name}”
      </h2>
      <p>Copy it now: it is not stored, and cannot be shown again.</p>
      <CodeLine text={created.key} what="the key" />
      <p>To try it, with a photo.jpg in the folder where needed:</p>
      <CodeLine text={command} what="the command" />
    </section>
  );
}

function CodeLine({ text, what }: { readonly text: string; readonly what: string }) {
  return (
    <div className="flex flex-wrap items-start gap-3">
      <code className="min-w-0 flex-1 basis-64 wrap-anywhere rounded-lg border border-line bg-page px-3 py-2">
        {text}
      </code>
      <CopyButton text={text} what={what} />
    </div>
  );
}
