import type { PartPlan } from "@caption-generator/schema";
import { partRange } from "@caption-generator/schema";
import type { Client } from "../../../lib/api-client.ts";
import { ApiProblem } from "../../../lib/problem.ts";
import type { sendFile } from "../../../lib/send-file.ts";
import { createPartProgress } from "./part-progress.ts";
import type { Persistence } from "./persist.ts";
import { persist } from "./persist.ts";

const AT_ONCE = 3;

export interface SendPartsDeps {
  readonly api: Pick<Client, "partUrls">;
  readonly send: typeof sendFile;
  readonly wait: Persistence["wait"];
}

export interface PartsToSend {
  readonly file: File;
  readonly uploadId: string;
  readonly plan: PartPlan;
  /** The numbers of the parts that are at the service already. */
  readonly arrived: readonly number[];
  readonly signal: AbortSignal;
  /** Called with the part of the file that is sent, from 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly onLost: () => void;
}

/**
 * Sends the parts of a file that have not arrived, three at once, each again until it is there. Nothing is
 * under way any more once this returns or throws.
 * @throws ApiProblem of the first part that cannot be sent; the signal's reason once it aborts
 */
export async function sendParts(deps: SendPartsDeps, job: PartsToSend): Promise<void> {
  const { file, plan, arrived } = job;
  const progress = createPartProgress(file.size, plan, arrived);
  const left = Array.from({ length: plan.count }, (_, index) => index + 1).filter(
    (number) => !arrived.includes(number),
  );
  const failure = new AbortController();
  const signal = AbortSignal.any([job.signal, failure.signal]);

  function report(number: number, part: number) {
    progress.set(number, part);
    if (!signal.aborted) job.onProgress(progress.whole());
  }

  async function sendOne(number: number) {
    // Each attempt has a URL of its own: an old one may have ended while the connection was lost.
    const { targets } = await deps.api.partUrls(job.uploadId, [number]);
    signal.throwIfAborted();
    const { start, end } = partRange(file.size, plan, number);
    for (const target of targets) {
      const onProgress = (part: number) => report(number, part);
      await deps.send(file.slice(start, end), target, { onProgress, signal });
    }
  }

  async function sendOneAfterTheOther() {
    for (let number = left.shift(); number !== undefined; number = left.shift()) {
      const mine = number;
      const attempt = () =>
        sendOne(mine).catch(async (error) => {
          report(mine, 0);
          await requireReadable(file);
          throw error;
        });
      await persist(attempt, { signal, wait: deps.wait, onLost: job.onLost });
      report(mine, 1);
    }
  }

  const lanes = Array.from({ length: AT_ONCE }, () =>
    sendOneAfterTheOther().catch((error) => failure.abort(error)),
  );
  await Promise.all(lanes);
  signal.throwIfAborted();
}

/** A browser tells a file that is gone as it tells a lost connection. @throws ApiProblem */
async function requireReadable(file: File): Promise<void> {
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch {
    throw new ApiProblem({
      title: "The file cannot be read",
      detail: `“${file.name}” was moved or changed after it was chosen. Choose it again.`,
      retryable: false,
    });
  }
}
