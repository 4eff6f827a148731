import type { ChildProcess } from "node:child_process";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";
import type { Connection } from "../db/connection.ts";
import { postgresFolder } from "./capabilities.ts";
import { freePort } from "./free-port.ts";
import { makeCertificate } from "./make-certificate.ts";

const run = promisify(execFile);
/** Asks a database itself, each time on a connection of its own: it may have been restarted in between. */
export interface Sql {
  query<T extends object>(text: string, values?: unknown[]): Promise<{ rows: T[] }>;
}

const USER = "captions";
const READY_WITHIN_MS = 30_000;

export interface StartedPostgres {
  /** To each of its databases, without TLS. */
  readonly connection: Omit<Connection, "database">;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** The file of the certificate, which signs itself and is for `localhost` alone. */
  readonly ca: string;
  /** Makes an empty database and gives back a connection to it, without TLS, that `stop` ends. */
  makeDatabase(name: string): Promise<Client>;
  /** Of one of its databases, without TLS. */
  url(database: string): string;
  /** To ask one of its databases. */
  sql(database: string): Sql;
  /** Ends the server as a restart does: whoever is connected is cut off. */
  halt(): Promise<void>;
  /** Starts it again where it was. */
  resume(): Promise<void>;
  /** Ends it, and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Starts a Postgres server of its own, with TLS and passwords as on AWS, on a free port.
 * Needs the capability `postgres`.
 */
export async function startPostgres(): Promise<StartedPostgres> {
  const programs = postgresFolder();
  if (programs === undefined) throw new Error("There is no initdb on this machine.");
  const folder = await mkdtemp(join(tmpdir(), "postgres-"));
  const owner = await ownerOf(folder);
  const data = join(folder, "data");
  const [ca, password] = [join(folder, "server.crt"), "p@ss word"];
  await makeCertificate(folder, owner);
  await writeFile(join(folder, "password"), password);
  const login = [
    `--username=${USER}`,
    `--pwfile=${join(folder, "password")}`,
    "--auth=scram-sha-256",
  ];
  await run(join(programs, "initdb"), ["--no-sync", "-D", data, ...login], {
    ...owner,
    cwd: folder,
  });
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: "localhost",
    unix_socket_directories: "",
    fsync: "off",
    ssl: "on",
    ssl_cert_file: ca,
    ssl_key_file: join(folder, "server.key"),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const start = () =>
    spawn(join(programs, "postgres"), ["-D", data, ...flags], {
      ...owner,
      cwd: folder,
      stdio: "ignore",
    });
  let server = start();
  const clients: Client[] = [];
  const open = async (database: string) => {
    const client = new Client({ host: "localhost", port, user: USER, password, database });
    // One that is left when the server goes down is not to end the tests.
    client.on("error", () => {});
    await client.connect();
    clients.push(client);
    return client;
  };
  const stop = async () => {
    await Promise.all(clients.map((client) => client.end().catch(() => {})));
    await end(server);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ready(server, () => open("postgres"));
    return {
      ...{ port, user: USER, password, ca, stop },
      connection: { host: "localhost", port, user: USER, password, ssl: false },
      async makeDatabase(name) {
        await (await open("postgres")).query(`CREATE DATABASE "${name}"`);
        return await open(name);
      },
      url: (database) =>
        `postgres://${USER}:${encodeURIComponent(password)}@localhost:${port}/${database}?sslmode=disable`,
      sql: (database) => ({
        async query<T extends object>(text: string, values: unknown[] = []) {
          const client = new Client({ host: "localhost", port, user: USER, password, database });
          await client.connect();
          try {
            return await client.query<T>(text, values);
          } finally {
            await client.end();
          }
        },
      }),
      halt: () => end(server),
      async resume() {
        server = start();
        await ready(server, () => open("postgres"));
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Postgres does not run as root: there, the user whom nothing belongs to runs it. */
async function ownerOf(folder: string): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const nobody = /^nobody:[^:]*:(\d+):(\d+)/mu.exec(await readFile("/etc/passwd", "utf8"));
  const owner = { uid: Number(nobody?.[1]), gid: Number(nobody?.[2]) };
  await chown(folder, owner.uid, owner.gid);
  return owner;
}

async function ready<T>(server: ChildProcess, open: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`postgres ended with code ${server.exitCode}.`);
    const opened = await open().catch((error: Error) => error);
    if (!(opened instanceof Error)) return opened;
    if (performance.now() > deadline) throw opened;
    await wait(100);
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, "exit");
  // Ends the sessions that are left, too.
  server.kill("SIGINT");
  await exited;
}
