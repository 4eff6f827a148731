import type { Caption, Usage } from "@caption-generator/schema";
import { clockTime } from "../../lib/clock-time.ts";
import { dollars } from "../../lib/dollars.ts";

interface FactsProps {
  readonly caption: Caption;
  readonly note: string | undefined;
}

/** Who wrote the captions, what that cost, and what became of the photo. */
export function Facts({ caption, note }: FactsProps) {
  const { model, usage, receipt, cached, source } = caption;
  const spent = usage === null ? undefined : spentUsd(usage);
  const what = source.seconds === null ? "photo" : "file";
  return (
    <div className="flex flex-col gap-1 border-line border-t pt-4 text-sm text-soft">
      {model?.onDevice === true && <p>{note ?? "Made on this machine."}</p>}
      {model?.onDevice === false && (
        <p>
          Written by {model.id.replace(/^gemini:/u, "")}
          {spent !== undefined && spent > 0 && ` for ${dollars(spent)}`}
          {usage?.transcription !== undefined && `, ${heard(usage.transcription.seconds)}`}.
        </p>
      )}
      {cached && <p>This {what} was captioned with these options before, so it cost nothing.</p>}
      {receipt !== null && (
        <p data-testid="receipt">
          Your {what} was deleted at {new Date(receipt.deletedAt).toLocaleTimeString("en")} (
          {receipt.objectVersions} stored {receipt.objectVersions === 1 ? "copy" : "copies"}).
        </p>
      )}
    </div>
  );
}

/** Undefined where a part of it has no price that we know. */
function spentUsd({ costUsd, transcription }: Usage): number | undefined {
  if (costUsd === undefined) return undefined;
  if (transcription === undefined) return costUsd;
  return transcription.costUsd === undefined ? undefined : costUsd + transcription.costUsd;
}

const heard = (seconds: number): string => `after ${clockTime(seconds)} of sound was heard`;
