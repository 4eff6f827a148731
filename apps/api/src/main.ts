import type { Logger } from "pino";
import { pino } from "pino";
import { compose } from "./composition.ts";
import type { Env } from "./env.ts";
import { readEnv } from "./env.ts";
import { StartupError } from "./errors/startup-error.ts";
import { listen } from "./http/listen.ts";
import { createLog } from "./logging/create-log.ts";
import { startTracing } from "./tracing/start-tracing.ts";

/** How long the whole may take to end once it was asked to. */
const STOP_MS = 25_000;

async function main() {
  const env = readEnv();
  // One stream for both, so that no line ends up within another.
  const out = pino.destination(1);
  const log = createLog(env.LOG_LEVEL, out);
  // From now on: whoever reads that it listens may ask it to end before the next line here is run.
  const asked = stopSignal(log);
  const tracing = await traceTo(env);
  const service = await compose(env, log, (line) => out.write(`${line}\n`));
  const server = await listen(service.app.fetch, { host: env.HOST, port: env.PORT }).catch(
    async (error) => {
      await service.close();
      throw error;
    },
  );
  log.info({ host: env.HOST, port: server.port }, "listening");
  const lost = await Promise.race([asked, service.lost]);
  if (lost !== undefined) return endLost(log, lost);
  const late = endLate(log);
  // What jobs and requests under way need is closed only once both have ended.
  await Promise.all([service.drain(), server.close()]);
  await service.close();
  await tracing?.stop().catch((error) => log.warn({ err: error }, "the last traces were not sent"));
  clearTimeout(late);
  log.info("stopped");
}

/**
 * Without its database the process would answer with errors for ever. Whoever watches over it starts it again; what
 * was under way is then done as after any other end.
 */
function endLost(log: Logger, error: Error): never {
  log.fatal({ err: error }, "the embedded database has ended, and so does this process");
  process.stderr.write(
    "The embedded database has ended by itself, and the API with it. What was stored is kept: start it again.\n",
  );
  process.exit(1);
}

/** Ends the process while whoever asked for it still waits: a database that hangs is not worth being killed for. */
function endLate(log: Logger): NodeJS.Timeout {
  return setTimeout(() => {
    log.error("ending though not all could be closed");
    process.exit(1);
  }, STOP_MS);
}

/** Traces go where the environment says; before anything is made, so that nothing is missed. */
function traceTo({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME, ENVIRONMENT }: Env) {
  if (endpoint === undefined) return undefined;
  return startTracing({ endpoint, service: OTEL_SERVICE_NAME, environment: ENVIRONMENT });
}

/** Resolves when the process is asked to end; a second request ends it at once. */
function stopSignal(log: Logger): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.on(signal, () => {
        if (asked) process.exit(130);
        asked = true;
        log.info({ signal }, "stopping: finishing what is under way");
        resolve();
      });
    }
  });
}

main().then(
  () => process.exit(0),
  (error) => {
    if (error instanceof StartupError) process.stderr.write(`${error.message}\n`);
    else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
