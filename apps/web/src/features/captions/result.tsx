import type { Caption } from "@caption-generator/schema";
import { CopyButton } from "./copy-button.tsx";
import { Facts } from "./facts.tsx";
import { Revise } from "./revise.tsx";
import { Variant } from "./variant.tsx";
import { Versions } from "./versions.tsx";

interface ResultProps {
  readonly caption: Caption;
  /** How captions come about here, where there is something to say on it. */
  readonly note: string | undefined;
  readonly versions: number;
  readonly shown: number;
  readonly onShow: (index: number) => void;
  readonly busy: boolean;
  readonly onRevise: (changes: Record<string, unknown>) => void;
}

/** A finished caption: its variants, alt text, what can be changed, and what became of the photo. */
export function Result({ caption, note, versions, shown, onShow, busy, onRevise }: ResultProps) {
  const { result } = caption;
  if (result === null) return null;
  return (
    <section aria-labelledby="captions-heading" className="card flex flex-col gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="captions-heading" className="font-semibold text-xl">
          Captions
        </h2>
        {versions > 1 && <Versions count={versions} shown={shown} onShow={onShow} />}
      </div>
      <ol className="flex flex-col gap-3">
        {result.variants.map((variant, index) => (
          <Variant key={variant.text} variant={variant} number={index + 1} />
        ))}
      </ol>
      <div className="flex flex-col gap-2 border-line border-t pt-4">
        <h3 className="font-semibold">Alt text</h3>
        <div className="flex flex-wrap items-start justify-between gap-3">
          <p className="min-w-0 flex-1 basis-64">{result.altText.text}</p>
          <CopyButton text={result.altText.text} what="alt text" />
        </div>
      </div>
      <Revise busy={busy} onRevise={onRevise} />
      <Facts caption={caption} note={note} />
    </section>
  );
}
