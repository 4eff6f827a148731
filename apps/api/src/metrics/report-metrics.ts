import type { Logger } from "pino";
import type { JobQueue, WaitingJobs } from "../ports/job-queue.ts";
import type { AiCounter } from "./ai-counter.ts";
import { metricLine } from "./metric-line.ts";

export interface ReportConfig {
  readonly environment: string;
  /** Between two lines. */
  readonly seconds: number;
  readonly queue: Pick<JobQueue, "waiting">;
  readonly counter: AiCounter;
  readonly print: (line: string) => void;
  readonly log: Pick<Logger, "warn">;
}

export interface Report {
  /** Writes the last line. */
  stop(): Promise<void>;
}

/** Writes a line of metrics every so often, and a last one however the process ends but by SIGKILL. */
export function reportMetrics(config: ReportConfig): Report {
  const { environment, counter, queue, print, log } = config;
  let underWay: Promise<void> | undefined;

  const write = (jobs: WaitingJobs | undefined) =>
    print(metricLine({ at: Date.now(), environment, ai: counter.take(), jobs }));

  async function report(): Promise<void> {
    const jobs = await queue.waiting().catch((error: unknown) => {
      log.warn({ err: error }, "the job queue cannot be measured");
      return undefined;
    });
    write(jobs);
  }

  function tick(): void {
    // A database that answers late gets no second question meanwhile.
    underWay ??= report().finally(() => {
      underWay = undefined;
    });
  }

  const timer = setInterval(tick, config.seconds * 1_000);
  // Nothing can be waited for any more: what was counted in memory is all that there is to tell.
  const last = () => write(undefined);
  process.once("exit", last);
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
      await report();
      process.off("exit", last);
    },
  };
}
