import type { Deps } from "../deps.ts";
import { sweepUploads } from "./sweep-uploads.ts";

const EVERY_MS = 10 * 60_000;

/** Sweeps abandoned uploads now and then, until stopped. */
export function startSweeper(deps: Pick<Deps, "uploads" | "store" | "now" | "log">) {
  let sweep = run();
  const timer = setInterval(() => {
    sweep = sweep.then(run);
  }, EVERY_MS);
  timer.unref();

  async function run() {
    try {
      const swept = await sweepUploads(deps);
      if (swept > 0) deps.log.info({ swept }, "abandoned uploads deleted");
    } catch (error) {
      deps.log.error({ err: error }, "sweeping uploads failed");
    }
  }

  return {
    async stop() {
      clearInterval(timer);
      await sweep;
    },
  };
}
