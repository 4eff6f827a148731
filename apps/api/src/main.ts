import type { Logger } from "pino";
import { pino } from "pino";
import { compose } from "./composition.ts";
import { readEnv } from "./env.ts";
import { StartupError } from "./errors/startup-error.ts";
import { listen } from "./http/listen.ts";

async function main() {
  const env = readEnv();
  // One stream for both, so that no line ends up within another.
  const out = pino.destination(1);
  const log = pino({ level: env.LOG_LEVEL }, out);
  const service = await compose(env, log, (line) => out.write(`${line}\n`));
  const server = await listen(service.app.fetch, { host: env.HOST, port: env.PORT }).catch(
    async (error) => {
      await service.close();
      throw error;
    },
  );
  log.info({ host: env.HOST, port: server.port }, "listening");
  await stopSignal(log);
  service.beginDrain();
  await Promise.all([server.close(), service.close()]);
  log.info("stopped");
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
