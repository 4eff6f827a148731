import type { AiMeter } from "../ports/ai-meter.ts";
import type { Cache } from "../ports/cache.ts";
import type { CaptionsRepository } from "../ports/captions-repository.ts";
import type { CaptionJob } from "../ports/job-queue.ts";
import type { Prometheus } from "./prometheus.ts";
import type { StageTimes } from "./stage-times.ts";

const seconds = (since: number): number => (performance.now() - since) / 1_000;

/** The cache, with its hits and misses counted. */
export function measuredCache(cache: Cache, { cache: counter }: Prometheus): Cache {
  return {
    ...cache,
    async get(key) {
      const value = await cache.get(key);
      counter.inc({ result: value === undefined ? "miss" : "hit" });
      return value;
    },
  };
}

/** The captions, with the time measured that this process has each in each stage. */
export function measuredStages(
  captions: CaptionsRepository,
  times: StageTimes,
): CaptionsRepository {
  return {
    ...captions,
    async enter(id, stage) {
      times.enter(id, stage);
      const entered = await captions.enter(id, stage);
      if (!entered) times.forget(id);
      return entered;
    },
    async finish(id) {
      await captions.finish(id);
      times.leave(id);
    },
    async cancel(id, problem, bill) {
      times.forget(id);
      return captions.cancel(id, problem, bill);
    },
  };
}

/** A job's work, measured by how it ended. However that was, its caption is in no stage here any more. */
export async function measuredJob(
  { captionId }: CaptionJob,
  work: () => Promise<void>,
  { prometheus: { jobs }, times }: { readonly prometheus: Prometheus; readonly times: StageTimes },
): Promise<void> {
  const since = performance.now();
  try {
    await work();
    jobs.observe({ outcome: "through" }, seconds(since));
  } catch (error) {
    jobs.observe({ outcome: "handed_back" }, seconds(since));
    throw error;
  } finally {
    times.leave(captionId);
  }
}

/** Tells both of what one provider's calls come to. */
export function measuredAi(
  meter: AiMeter,
  provider: string,
  { aiCalls, aiSpend, aiTokens }: Prometheus,
): AiMeter {
  return {
    failed() {
      meter.failed();
      aiCalls.inc({ provider, outcome: "failed" });
    },
    spent(usd, tokens) {
      meter.spent(usd, tokens);
      aiTokens.inc({ provider, kind: "input" }, tokens?.input ?? 0);
      aiTokens.inc({ provider, kind: "output" }, tokens?.output ?? 0);
      aiCalls.inc({ provider, outcome: "answered" });
      aiSpend.inc({ provider }, usd);
    },
  };
}
