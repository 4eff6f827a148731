import type { Caption } from "@caption-generator/schema";

interface FactsProps {
  readonly caption: Caption;
  readonly note: string | undefined;
}

/** Who wrote the captions, what that cost, and what became of the photo. */
export function Facts({ caption, note }: FactsProps) {
  const { model, usage, receipt, cached } = caption;
  return (
    <div className="flex flex-col gap-1 border-line border-t pt-4 text-sm text-soft">
      {model?.onDevice === true && <p>{note ?? "Made on this machine."}</p>}
      {model?.onDevice === false && (
        <p>
          Written by {model.id.replace(/^gemini:/u, "")}
          {usage?.costUsd !== undefined && usage.costUsd > 0 && ` for ${dollars(usage.costUsd)}`}.
        </p>
      )}
      {cached && <p>This photo was captioned with these options before, so it cost nothing.</p>}
      {receipt !== null && (
        <p data-testid="receipt">
          Your photo was deleted at {new Date(receipt.deletedAt).toLocaleTimeString("en")} (
          {receipt.objectVersions} stored {receipt.objectVersions === 1 ? "copy" : "copies"}).
        </p>
      )}
    </div>
  );
}

function dollars(usd: number): string {
  return usd < 0.01 ? "less than one cent" : `$${usd.toFixed(2)}`;
}
