import type { Caption, Usage } from "@caption-generator/schema";
import { clockTime } from "../../lib/clock-time.ts";
import { dollars } from "../../lib/dollars.ts";

const BY_SMALL_MODEL =
  "Made on this machine by a small model, which knows only a few kinds of things, light and colour.";

/** Who wrote the captions, what that cost, and what became of the photo. */
export function Facts({ caption }: { readonly caption: Caption }) {
  const { model, usage, receipt, cached, source } = caption;
  const spent = usage === null ? undefined : spentUsd(usage);
  const what = source.seconds === null ? "photo" : "file";
  return (
    <div className="flex flex-col gap-1 border-line border-t pt-4 text-sm text-soft">
      {model?.onDevice === true && <p>{BY_SMALL_MODEL}</p>}
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
          Your {what} was deleted on {asTime(receipt.deletedAt)} ({receipt.objectVersions} stored{" "}
          {receipt.objectVersions === 1 ? "copy" : "copies"}).
        </p>
      )}
    </div>
  );
}

const asTime = (instant: string) =>
  new Date(instant).toLocaleString("en", { dateStyle: "medium", timeStyle: "medium" });

/** Undefined where a part of it has no price that we know. */
function spentUsd({ costUsd, transcription }: Usage): number | undefined {
  if (costUsd === undefined) return undefined;
  if (transcription === undefined) return costUsd;
  return transcription.costUsd === undefined ? undefined : costUsd + transcription.costUsd;
}

const heard = (seconds: number): string => `after ${clockTime(seconds)} of sound was heard`;
