import { setTimeout as wait } from "node:timers/promises";
import type { Deps } from "../deps.ts";
import { sweepCaptions } from "./sweep-captions.ts";
import { sweepLost } from "./sweep-lost.ts";
import { sweepOrphans } from "./sweep-orphans.ts";
import { sweepSpending } from "./sweep-spending.ts";
import { sweepAbandoned, sweepLeft, sweepRefused } from "./sweep-uploads.ts";

type Needs = Pick<
  Deps,
  "cache" | "captions" | "events" | "ledger" | "log" | "now" | "store" | "uploads"
> & {
  readonly queue: Pick<Deps["queue"], "live">;
};

const EVERY_MS = 10 * 60_000;

/** How long what is being deleted may take once the sweeper is stopped; the next sweep does it again. */
const STOP_MS = 3_000;

/**
 * Sweeps what nobody is coming back for, now and then, until stopped: uploads, captions that were kept long
 * enough or whose work was lost, what was spent long ago, and what is left of all that in the store. Each kind
 * of sweep goes its own way: one that fails, or takes hours, keeps none of the others waiting.
 */
export function startSweeper(deps: Needs, { retentionDays }: { readonly retentionDays: number }) {
  const { log } = deps;
  const stopped = new AbortController();
  const { signal } = stopped;
  const sweeping = { log, signal };

  const kinds = [
    async () => {
      const swept = await sweepAbandoned(deps, sweeping);
      if (swept > 0) log.info({ swept }, "abandoned uploads deleted");
    },
    async () => {
      const swept = await sweepLeft(deps, sweeping);
      if (swept > 0) log.info({ swept }, "files of interrupted captions deleted");
    },
    async () => {
      const swept = await sweepRefused(deps, sweeping);
      if (swept > 0) log.info({ swept }, "refused uploads forgotten");
    },
    async () => {
      const old = await sweepCaptions(deps, retentionDays, sweeping);
      if (old > 0) log.info({ old, retentionDays }, "old captions deleted");
    },
    async () => {
      const lost = await sweepLost(deps, sweeping);
      if (lost > 0) log.warn({ lost }, "lost captions ended");
    },
    async () => {
      const forgotten = await sweepSpending(deps);
      if (forgotten > 0) log.info({ forgotten }, "old spending forgotten");
    },
    async () => {
      const orphans = await sweepOrphans(deps, sweeping);
      if (orphans > 0) log.warn({ orphans }, "uploads that nobody knew deleted from the store");
    },
  ];

  async function nowAndThen(sweep: () => Promise<void>): Promise<void> {
    while (!signal.aborted) {
      await sweep().catch((error) => {
        // What was closed under a sweep that is to end is no fault.
        if (!signal.aborted) log.error({ err: error }, "sweeping failed");
      });
      await wait(EVERY_MS, undefined, { signal, ref: false }).catch(() => {});
    }
  }
  const ended = Promise.all(kinds.map(nowAndThen));

  return {
    /** Deletes nothing more, and gives what is being deleted a moment to end. */
    async stop(): Promise<void> {
      stopped.abort();
      await Promise.race([ended, wait(STOP_MS, undefined, { ref: false })]);
    },
  };
}
