"use client";

import type { Caption } from "@caption-generator/schema";
import { useReveal } from "../../lib/use-reveal.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Facts } from "./facts.tsx";
import { Revise } from "./revise.tsx";
import { Speech } from "./speech.tsx";
import { Variant } from "./variant.tsx";
import { Versions } from "./versions.tsx";

interface ResultProps {
  /** The first caption and its revisions, oldest first. */
  readonly captions: readonly Caption[];
  readonly shown: number;
  readonly onShow: (index: number) => void;
  readonly busy: boolean;
  /** Shows a moment of the video in its preview, where there is one. */
  readonly onSeek: ((seconds: number) => void) | undefined;
  readonly onRevise: (id: string, changes: Record<string, unknown>) => void;
  readonly onOthers: (caption: Caption) => void;
}

/** A finished caption: its variants, alt text, what can be changed, and what became of the photo. */
export function Result({ captions, shown, onShow, busy, onSeek, onRevise, onOthers }: ResultProps) {
  const heading = useReveal<HTMLHeadingElement>(captions.at(-1)?.id, { focus: true });
  const caption = captions[shown];
  if (caption === undefined || caption.result === null) return null;
  const { variants, altText } = caption.result;
  const { language } = caption.options;
  const spoken = caption.hearing?.transcript?.language ?? undefined;
  return (
    <section aria-labelledby="captions-heading" className="card flex flex-col gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2
          ref={heading}
          id="captions-heading"
          tabIndex={-1}
          className="scroll-mt-6 font-semibold text-xl outline-none"
        >
          Captions
        </h2>
        {captions.length > 1 && <Versions count={captions.length} shown={shown} onShow={onShow} />}
      </div>
      <ol className="flex flex-col gap-3">
        {variants.map((variant, index) => (
          <Variant
            key={variant.text}
            variant={variant}
            number={index + 1}
            language={language}
            spoken={spoken}
            onSeek={onSeek}
          />
        ))}
      </ol>
      <div className="flex flex-col gap-2">
        <h3 className="font-semibold">Alt text</h3>
        <div className="flex flex-wrap items-center justify-between gap-3 rounded-xl bg-page p-4">
          <p lang={language} dir="auto" className="wrap-anywhere min-w-0 flex-1 basis-64">
            {altText.text}
          </p>
          <CopyButton text={altText.text} what="alt text" />
        </div>
      </div>
      <Speech caption={caption} />
      <Revise
        caption={caption}
        busy={busy}
        onRevise={(changes) => onRevise(caption.id, changes)}
        onOthers={() => onOthers(caption)}
      />
      <Facts caption={caption} />
    </section>
  );
}
