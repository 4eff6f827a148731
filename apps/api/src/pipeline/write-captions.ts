import type { CaptionResult, Usage } from "@caption-generator/schema";
import { effectiveLimits } from "@caption-generator/schema";
import { makeBill } from "../budget/make-bill.ts";
import { costOfBoth } from "../budget/unknown-prices.ts";
import { usdOf } from "../budget/usd-of.ts";
import type { Deps } from "../deps.ts";
import type { CaptionAnswer, CaptionSource, Seen } from "../ports/caption-model.ts";
import type { CaptionRecord } from "../ports/records.ts";
import { enforceLimits } from "../text/enforce-limits.ts";
import { tellRetries } from "./tell-retries.ts";
import { untilKept } from "./until-kept.ts";

export interface WrittenCaptions {
  readonly result: CaptionResult;
  readonly seen: Seen;
  readonly usage: Usage;
  /** As much of it as was not kept with the caption on the way, nor put down. */
  readonly unkept: Pick<Usage, "costUsd">;
  /** Which model wrote them, where that was one that stood in. */
  readonly modelId?: string;
}

/**
 * Has the model write, and keeps the limits: where its answer breaks them it gets one round to mend
 * that, and what still breaks them is cut.
 */
export async function writeCaptions(
  { model, captions, events, now }: Pick<Deps, "model" | "captions" | "events" | "now">,
  input: {
    readonly caption: CaptionRecord;
    readonly source: CaptionSource;
    readonly signal: AbortSignal;
  },
): Promise<WrittenCaptions> {
  const { caption, source, signal } = input;
  const { options } = caption;
  const limits = effectiveLimits(options);
  const onRetry = tellRetries({ captions, events }, caption.id);
  const request = { source, options, limits, signal, onRetry };
  const answer = caption.steps.answer ?? (await model.write(request));
  const first = enforceLimits(answer, options, limits);
  if (first.faults.length === 0) {
    const unkept = caption.steps.answer === undefined ? answer.usage : {};
    return { ...answer, unkept, result: first.result };
  }
  if (caption.steps.answer === undefined) {
    const bill = makeBill(caption, now(), usdOf(answer.usage));
    await untilKept(() => captions.keepStep(caption.id, { answer }, bill), signal);
  }
  const repair = { drafts: answer.drafts, altText: answer.altText, faults: first.faults };
  const mended = await tryRepair(() =>
    model.write({ ...request, source: seenAgain(source, answer.seen), repair }),
  );
  if (mended === undefined) return { ...answer, unkept: {}, result: first.result };
  const second = enforceLimits(mended, options, limits);
  const better = second.faults.length <= first.faults.length ? second : first;
  const usage = addUsage(answer.usage, mended.usage);
  return { ...answer, unkept: mended.usage, result: better.result, usage };

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
    ...costOfBoth(a, b),
  };
}

/** What a model writes from when it has looked already. */
function seenAgain(source: CaptionSource, seen: Seen): CaptionSource {
  const said = source.kind === "image" ? undefined : source.transcript;
  return { kind: "seen", seen, previous: [], ...(said === undefined ? {} : { transcript: said }) };
}
