import type { AiMeter } from "../ports/ai-meter.ts";
import type { Cache } from "../ports/cache.ts";
import type { CaptionsRepository } from "../ports/captions-repository.ts";
import type { Prometheus } from "./prometheus.ts";

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
  { stages }: Prometheus,
): CaptionsRepository {
  const current = new Map<string, { readonly stage: string; readonly since: number }>();
  function leave(id: string): void {
    const left = current.get(id);
    if (left === undefined) return;
    current.delete(id);
    stages.observe({ stage: left.stage }, seconds(left.since));
  }
  return {
    ...captions,
    async enter(id, stage) {
      leave(id);
      current.set(id, { stage, since: performance.now() });
      const entered = await captions.enter(id, stage);
      if (!entered) current.delete(id);
      return entered;
    },
    async finish(id) {
      await captions.finish(id);
      leave(id);
    },
    async cancel(id, problem, spent) {
      current.delete(id);
      return captions.cancel(id, problem, spent);
    },
  };
}

/** A job's work, measured by how it ended. */
export async function measuredJob(work: Promise<void>, { jobs }: Prometheus): Promise<void> {
  const since = performance.now();
  try {
    await work;
    jobs.observe({ outcome: "through" }, seconds(since));
  } catch (error) {
    jobs.observe({ outcome: "handed_back" }, seconds(since));
    throw error;
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
