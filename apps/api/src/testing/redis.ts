import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "./free-port.ts";
import { makeCertificate } from "./make-certificate.ts";

const READY_WITHIN_MS = 60_000;
const USER = "api";
const PASSWORD = "p@ss word";

export interface StartedRedis {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
  /** The port that takes TLS alone, with the certificate in the file `ca`. */
  readonly tlsPort: number;
  readonly ca: string;
  /** With user and password, without TLS. */
  readonly url: string;
  /** Kills it: all that it had is gone. */
  kill(): Promise<void>;
  /** Starts it again on the same ports. */
  resume(): Promise<void>;
  /** Stops it in the middle of things: connections stay open, and nothing is answered. */
  freeze(): void;
  thaw(): void;
  /** Ends it, and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Starts a Redis server of its own, with a user who may do what the API's user may on AWS, on free ports.
 * Needs the capability `redis`.
 */
export async function startRedis(): Promise<StartedRedis> {
  const folder = await mkdtemp(join(tmpdir(), "redis-"));
  await makeCertificate(folder);
  const [port, tlsPort, ca] = [await freePort(), await freePort(), join(folder, "server.crt")];
  const config = join(folder, "redis.conf");
  await writeFile(config, settings({ folder, port, tlsPort, ca }), { mode: 0o600 });
  const start = async () => {
    const started = spawn("redis-server", [config], { stdio: "ignore" });
    await ready(started, port);
    return started;
  };
  let server = await start();
  return {
    ...{ host: "localhost", port, tlsPort, ca, username: USER, password: PASSWORD },
    url: `redis://${USER}:${encodeURIComponent(PASSWORD)}@localhost:${port}`,
    kill: () => end(server),
    async resume() {
      server = await start();
    },
    freeze: () => void server.kill("SIGSTOP"),
    thaw: () => void server.kill("SIGCONT"),
    async stop() {
      await end(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Place {
  readonly folder: string;
  readonly port: number;
  readonly tlsPort: number;
  readonly ca: string;
}

/** The API's user is as packages/infra makes it; nobody else is let in. */
const settings = ({ folder, port, tlsPort, ca }: Place) => `
port ${port}
tls-port ${tlsPort}
tls-cert-file ${ca}
tls-key-file ${join(folder, "server.key")}
tls-auth-clients no
bind 127.0.0.1
dir ${folder}
save ""
appendonly no
user default off nopass ~* -@all
user ${USER} "on" ">${PASSWORD}" "~*" "&*" "+@all" "-@dangerous" "+info"
`;

async function ready(server: ChildProcess, port: number): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    if (server.exitCode !== null)
      throw new Error(`redis-server ended with code ${server.exitCode}.`);
    if (await listens(port)) return;
    if (performance.now() > deadline) throw new Error("redis-server does not listen.");
    await wait(20);
  }
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, "localhost");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, "exit");
  server.kill("SIGKILL");
  await exited;
}
