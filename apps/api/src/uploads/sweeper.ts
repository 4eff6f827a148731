import { sweepCaptions } from "../captions/sweep-captions.ts";
import type { Deps } from "../deps.ts";
import { sweepUploads } from "./sweep-uploads.ts";

const EVERY_MS = 10 * 60_000;

/** Sweeps abandoned uploads and captions that were kept long enough now and then, until stopped. */
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
