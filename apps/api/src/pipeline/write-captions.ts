import type { CaptionResult, Usage } from "@caption-generator/schema";
import { effectiveLimits } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import type { CaptionAnswer, CaptionSource, Seen } from "../ports/caption-model.ts";
import type { CaptionRecord } from "../ports/records.ts";
import { enforceLimits } from "../text/enforce-limits.ts";

export interface WrittenCaptions {
  readonly result: CaptionResult;
  readonly seen: Seen;
  readonly usage: Usage;
}

/**
 * Has the model write, and keeps the limits: where its answer breaks them it gets one round to mend
 * that, and what still breaks them is cut.
 */
export async function writeCaptions(
  { model, captions, events }: Pick<Deps, "model" | "captions" | "events">,
  input: {
    readonly caption: CaptionRecord;
    readonly source: CaptionSource;
    readonly signal: AbortSignal;
  },
): Promise<WrittenCaptions> {
  const { caption, source, signal } = input;
  const { options } = caption;
  const limits = effectiveLimits(options);
  const onRetry = (reason: string, waitMs: number) => {
    const detail = `${reason} Trying again in ${Math.max(1, Math.round(waitMs / 1_000))} s.`;
    // Told for information only: a caption must not fail because its news could not be stored.
    captions.record(caption.id, { type: "retry", detail }).then(
      () => events.publish(caption.id, "progress"),
      () => {},
    );
  };
  const request = { source, options, limits, signal, onRetry };
  const answer = await model.write(request);
  const first = enforceLimits(answer, options, limits);
  if (first.faults.length === 0) return { ...answer, result: first.result };
  const repair = { drafts: answer.drafts, altText: answer.altText, faults: first.faults };
  const mended = await tryRepair(() =>
    model.write({ ...request, source: { kind: "seen", seen: answer.seen, previous: [] }, repair }),
  );
  if (mended === undefined) return { ...answer, result: first.result };
  const second = enforceLimits(mended, options, limits);
  const better = second.faults.length <= first.faults.length ? second : first;
  return { result: better.result, seen: answer.seen, usage: addUsage(answer.usage, mended.usage) };

  /** A repair that fails costs nobody the captions there are: they are cut instead. */
  async function tryRepair(write: () => Promise<CaptionAnswer>) {
    try {
      return await write();
    } catch {
      signal.throwIfAborted();
      return undefined;
    }
  }
}

function addUsage(a: Usage, b: Usage): Usage {
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    calls: a.calls + b.calls,
    ...(a.costUsd === undefined || b.costUsd === undefined
      ? {}
      : { costUsd: a.costUsd + b.costUsd }),
  };
}
