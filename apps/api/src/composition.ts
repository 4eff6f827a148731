import { join } from "node:path";
import type { Logger } from "pino";
import { lockFolder } from "./adapters/disk/folder-lock.ts";
import { createApiKeysRepository } from "./adapters/postgres/api-keys-repository.ts";
import { createCaptionsRepository } from "./adapters/postgres/captions-repository.ts";
import { createSpendingLedger } from "./adapters/postgres/spending-ledger.ts";
import { createUploadsRepository } from "./adapters/postgres/uploads-repository.ts";
import { createAccess } from "./composition/access.ts";
import { budgetOf } from "./composition/budget.ts";
import { createCircuits } from "./composition/circuits.ts";
import { openDatabase } from "./composition/database.ts";
import { createHttp } from "./composition/http.ts";
import { createMediaTools } from "./composition/media-tools.ts";
import { startMetrics } from "./composition/metrics.ts";
import { createModel } from "./composition/model.ts";
import { createScanner } from "./composition/scanner.ts";
import { openSecret } from "./composition/secret.ts";
import { openShared } from "./composition/shared.ts";
import { createStore } from "./composition/store.ts";
import { createTranscriber } from "./composition/transcriber.ts";
import { inTwoSteps } from "./composition/two-steps.ts";
import type { Deps } from "./deps.ts";
import type { Env } from "./env.ts";
import { describeLimits } from "./limits/describe-limits.ts";
import { openWorkFolders } from "./media/work-folder.ts";
import { createAiCounter } from "./metrics/ai-counter.ts";
import { measuredAi, measuredCache, measuredStages } from "./metrics/measured.ts";
import { createPrometheus, measureQueue } from "./metrics/prometheus.ts";
import { createStageTimes } from "./metrics/stage-times.ts";
import { closePhotoWorkers } from "./photo/heic-decoder.ts";
import { startWorker } from "./pipeline/start-worker.ts";
import { tracedModel, tracedStore, tracedTranscriber } from "./tracing/traced.ts";

/**
 * How long jobs may take to end. Orchestrators kill a process half a minute after they asked it to end; what
 * is handed back and closed after this has its time too.
 */
const DRAIN_MS = 20_000;

/**
 * Builds everything, once, from the environment.
 * @param print takes the lines of metrics
 * @throws StartupError where the data folder is another process's, or cannot be written
 */
export async function compose(env: Env, log: Logger, print: (line: string) => void) {
  const lock = lockFolder(env.DATA_DIR);
  const keys = createAccess(env, await openSecret(env));
  const database = await openDatabase(env, log);
  const { db, queue } = database;
  const shared = await openShared(env, log);
  const counter = createAiCounter();
  const prometheus = createPrometheus({ whole: env.METRICS_TOKEN !== undefined });
  measureQueue(prometheus, queue);
  const times = createStageTimes(prometheus);
  const circuits = createCircuits(shared.state, { log, prometheus });
  const [model, scanner, media] = await Promise.all([
    createModel(env, measuredAi(counter, "gemini", prometheus), circuits),
    createScanner(env),
    createMediaTools(env),
  ]);
  const transcriber = createTranscriber(
    env,
    measuredAi(counter, "transcription", prometheus),
    circuits,
  );
  const most = { maxBytes: env.MAX_MEDIA_BYTES, maxSeconds: env.MAX_MEDIA_SECONDS };
  const limits = describeLimits({ model, scanner, media, transcriber }, most);
  const drain = new AbortController();
  const deps: Deps = {
    uploads: createUploadsRepository(db),
    apiKeys: createApiKeysRepository(db),
    captions: measuredStages(createCaptionsRepository(db, queue.enqueue), times),
    store: tracedStore(await createStore(env, keys.uploadUrl)),
    queue,
    cache: measuredCache(shared.cache, prometheus),
    events: shared.events,
    scanner,
    media,
    transcriber: tracedTranscriber(transcriber),
    withWorkFolder: await openWorkFolders(join(env.DATA_DIR, "work")),
    model: tracedModel(model),
    limits,
    budget: budgetOf(env, limits.costs),
    ledger: createSpendingLedger(db),
    log,
    now: () => new Date(),
    draining: drain.signal,
    ping: database.ping,
  };
  const worker =
    env.ROLE === "api"
      ? undefined
      : await startWorker(deps, { retentionDays: env.RETENTION_DAYS, prometheus, times });
  const metrics = startMetrics(env, { queue, counter, print, log });

  return {
    app: createHttp(env, deps, { keys, prometheus, limiter: shared.limiter, state: shared.state }),
    /** Resolves, with why, where what nothing works without has ended for good. */
    lost: database.lost,
    ...inTwoSteps({
      async drain() {
        drain.abort();
        // At once: while one of them takes its time, the other begins nothing more.
        await Promise.all([queue.drain(DRAIN_MS), worker?.stop()]);
      },
      async close() {
        await Promise.all([model, transcriber, media, shared].map((each) => each.close()));
        await Promise.all([closePhotoWorkers(), metrics.stop()]);
        await database.close();
        lock.release();
      },
    }),
  };
}
