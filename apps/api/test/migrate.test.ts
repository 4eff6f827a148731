import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { MIGRATION_LOCK } from "../src/db/apply-migrations.ts";
import { PROCESS_ENV } from "../src/node-flags.ts";
import { has, needing } from "../src/testing/capabilities.ts";
import type { StartedPostgres } from "../src/testing/postgres.ts";
import { startPostgres } from "../src/testing/postgres.ts";
import { SOON } from "../src/testing/soon.ts";

const PROGRAM = fileURLToPath(new URL("../src/db/migrate.ts", import.meta.url));
const MISSING = /migrations applied: [1-9]/u;

/** Runs the program as the task does: its exit code and what it says. */
function migrate(settings: Readonly<Record<string, string>>) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const env = { PATH: process.env["PATH"] ?? "", NODE_NO_WARNINGS: "1", ...settings };
    execFile(
      process.execPath,
      [PROGRAM],
      { env: { ...PROCESS_ENV, ...env } },
      (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code), out, err });
      },
    );
  });
}

describe("a migration of no database", () => {
  it("fails, and names what is to be set", async () => {
    const { code, err } = await migrate({});
    expect(code).toBe(1);
    expect(err).toContain("Set DATABASE_URL, or DATABASE_HOST, DATABASE_NAME and DATABASE_SECRET.");
  });

  it("fails where nobody answers, and says where that is", async () => {
    const { code, err } = await migrate({ DATABASE_URL: "postgres://me:secret@127.0.0.1:1/none" });
    expect(code).toBe(1);
    expect(err).toContain("The database at 127.0.0.1:1 cannot be reached");
    expect(err).not.toContain("secret");
  });
});

describe.skipIf(!has("postgres"))(needing("postgres", "the migration of a database server"), () => {
  let postgres: StartedPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres?.stop());

  /** What a task on AWS is given. */
  const task = (database: string, changed: Readonly<Record<string, string>> = {}) => {
    const { port, user: username, password, ca } = postgres;
    return {
      DATABASE_HOST: "localhost",
      DATABASE_PORT: `${port}`,
      DATABASE_NAME: database,
      DATABASE_SECRET: JSON.stringify({ username, password }),
      DATABASE_CA: ca,
      ...changed,
    };
  };

  const tables = `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`;

  it("makes the tables over a connection that is encrypted and checked, and the second time nothing", async () => {
    const database = await postgres.makeDatabase("empty");
    const first = await migrate(task("empty"));
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out).toMatch(MISSING);
    const { rows } = await database.query(tables);
    expect(rows.map(({ name }) => name).sort()).toEqual([
      "ai_bills",
      "ai_spending",
      "api_keys",
      "caption_events",
      "captions",
      "idempotency_keys",
      "uploads",
    ]);
    const second = await migrate(task("empty"));
    expect(second).toMatchObject({ code: 0, out: expect.stringContaining("nothing was missing") });
  });

  it("is done by one of several at once, and the others wait for it", async () => {
    const database = await postgres.makeDatabase("shared");
    await database.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const running = Promise.all([1, 2].map(() => migrate(task("shared"))));
    await vi.waitFor(async () => {
      const { rows } = await database.query(
        "SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory' AND NOT granted",
      );
      expect(rows).toEqual([{ count: 2 }]);
    }, SOON);
    expect((await database.query(tables)).rows).toEqual([]);
    await database.query("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK]);
    const ended = await running;
    expect(ended.map(({ code, err }) => ({ code, err }))).toEqual([
      { code: 0, err: "" },
      { code: 0, err: "" },
    ]);
    expect(ended.filter(({ out }) => MISSING.test(out))).toHaveLength(1);
  });

  it("changes nothing where a part of it fails, and says what Postgres says", async () => {
    const database = await postgres.makeDatabase("taken");
    await database.query("CREATE TABLE captions (id text)");
    const { code, err } = await migrate(task("taken"));
    expect(code).toBe(1);
    expect(err).toContain('is as it was: a migration failed. relation "captions" already exists');
    const { rows } = await database.query(tables);
    expect(rows).toEqual([{ name: "captions" }]);
  });

  it.each([
    ["a certificate that nobody vouches for", { DATABASE_CA: "" }, "Set DATABASE_CA"],
    ["a certificate of another name", { DATABASE_HOST: "127.0.0.1" }, "another name"],
    ["a database that is not there", { DATABASE_NAME: "nowhere" }, 'no database "nowhere"'],
    [
      "another password",
      { DATABASE_SECRET: JSON.stringify({ username: "captions", password: "hunter2" }) },
      'does not let in the user "captions"',
    ],
    ["a file of certificates that is not there", { DATABASE_CA: "/none.pem" }, '"/none.pem"'],
  ])("is refused with %s", async (_, changed, words) => {
    const { code, err } = await migrate(task("postgres", changed));
    expect(code).toBe(1);
    expect(err).toContain(words);
    expect(err).not.toMatch(/hunter2|\n\s+at /u);
  });
});
