import { sweepCaptions } from "../captions/sweep-captions.ts";
import type { Deps } from "../deps.ts";
import { sweepOrphans } from "./sweep-orphans.ts";
import { sweepUploads } from "./sweep-uploads.ts";

const EVERY_MS = 10 * 60_000;

/**
 * Sweeps abandoned uploads, captions that were kept long enough and what is left of neither in the store,
 * now and then, until stopped.
 */
export function startSweeper(
  deps: Pick<Deps, "uploads" | "captions" | "cache" | "model" | "store" | "now" | "log">,
  { retentionDays }: { readonly retentionDays: number },
) {
  let sweep = run();
  const timer = setInterval(() => {
    sweep = sweep.then(run);
  }, EVERY_MS);
  timer.unref();

  async function run() {
    try {
      const swept = await sweepUploads(deps);
      if (swept > 0) deps.log.info({ swept }, "abandoned uploads deleted");
      const old = await sweepCaptions(deps, retentionDays);
      if (old > 0) deps.log.info({ old, retentionDays }, "old captions deleted");
      const orphans = await sweepOrphans(deps);
      if (orphans > 0)
        deps.log.warn({ orphans }, "uploads that nobody knew deleted from the store");
    } catch (error) {
      deps.log.error({ err: error }, "sweeping failed");
    }
  }

  return {
    async stop() {
      clearInterval(timer);
      await sweep;
    },
  };
}
