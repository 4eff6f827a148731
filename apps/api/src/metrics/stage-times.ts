import type { Prometheus } from "./prometheus.ts";

/** Since when this process has each caption in which stage. */
export interface StageTimes {
  /** Ends the stage that the caption was in, and begins another. */
  enter(id: string, stage: string): void;
  /** Ends the stage, and counts it. */
  leave(id: string): void;
  /** Ends the stage as if it had never begun. */
  forget(id: string): void;
}

export function createStageTimes({ stages }: Pick<Prometheus, "stages">): StageTimes {
  const current = new Map<string, { readonly stage: string; readonly since: number }>();
  function leave(id: string): void {
    const left = current.get(id);
    if (left === undefined) return;
    current.delete(id);
    stages.observe({ stage: left.stage }, (performance.now() - left.since) / 1_000);
  }
  return {
    enter(id, stage) {
      leave(id);
      current.set(id, { stage, since: performance.now() });
    },
    leave,
    forget: (id) => void current.delete(id),
  };
}
