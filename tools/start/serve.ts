import { join } from "node:path";
import { askAbilities } from "./abilities.ts";
import { untilAnswers } from "./answers.ts";
import { apiPlan, reachable, webPlan } from "./plans.ts";
import { readyLine } from "./ready-line.ts";
import type { Server } from "./server.ts";
import { failOnExit, startServer } from "./server.ts";
import type { Settings } from "./settings.ts";
import { stopSteps } from "./stop-signals.ts";

/** The exit code of a program that was ended by hand before it was done, as shells count it. */
const KILLED = 130;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

function killAll(servers: readonly Server[], signal: "SIGTERM" | "SIGKILL"): void {
  for (const server of servers) server.kill(signal);
}

/** Resolves when a signal asks to stop; one more signal after that kills the servers. */
function stopAsked(servers: readonly Server[]): Promise<void> {
  const nextStep = stopSteps(Date.now);
  return new Promise((resolve) => {
    const onSignal = () => {
      const step = nextStep();
      if (step === "kill") killAll(servers, "SIGKILL");
      if (step !== "drain") return;
      console.error("Stopping once what is in work is safe; Ctrl-C again stops at once ...");
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, onSignal);
  });
}

async function announce(settings: Settings, logs: string, signal: AbortSignal): Promise<void> {
  const host = reachable(settings.host);
  const api = `http://${host}:${settings.apiPort}/api`;
  await Promise.all([
    untilAnswers(`${api}/health/ready`, signal),
    untilAnswers(`http://${host}:${settings.port}/`, signal),
  ]);
  console.log(readyLine(`http://localhost:${settings.port}`, logs, await askAbilities(api)));
}

/**
 * Runs API and page until a signal stops them or one of them fails.
 *
 * @returns the exit code: 0 after a clean drain
 * @throws Failure with the words and the exit code of the server that stopped by itself
 */
export async function serve(root: string, settings: Settings): Promise<number> {
  const logs = join(settings.data, "logs");
  const api = startServer(apiPlan(root, settings, process.env), logs);
  const web = startServer(webPlan(root, settings, process.env), logs);
  const servers = [api, web];
  const asked = stopAsked(servers);
  const over = new AbortController();
  const ready = announce(settings, logs, over.signal).then(() => asked);
  try {
    await Promise.race([asked, ready, ...servers.map((server) => failOnExit(server, logs))]);
  } finally {
    over.abort();
    killAll(servers, "SIGTERM");
    await Promise.all(servers.map((server) => server.exited));
  }
  return (await api.exited) === 0 ? 0 : KILLED;
}
