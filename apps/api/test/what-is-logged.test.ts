import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Visitor } from "../src/testing/api-client.ts";
import { asCaption, createVisitor } from "../src/testing/api-client.ts";
import type { ApiProcess } from "../src/testing/api-process.ts";
import { startApiProcess } from "../src/testing/api-process.ts";
import { has, needing } from "../src/testing/capabilities.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { freshDataFolder } from "../src/testing/fresh-data-folder.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
import type { StartedPostgres } from "../src/testing/postgres.ts";
import { startPostgres } from "../src/testing/postgres.ts";
import { SOON } from "../src/testing/soon.ts";

const INSTRUCTION = "mention that ANNOUNCEMENT";

describe.skipIf(!has("postgres"))(needing("postgres", "what a failing database leaves"), () => {
  let postgres: StartedPostgres;
  let gemini: FakeGemini;
  let api: ApiProcess;
  let visitor: Visitor;
  beforeAll(async () => {
    postgres = await startPostgres();
    gemini = await startFakeGemini({ latencyMs: 1_500 });
    await postgres.makeDatabase("logged");
    api = await startApiProcess({
      DATABASE_URL: postgres.url("logged"),
      DATA_DIR: await freshDataFolder(),
      GEMINI_API_KEY: gemini.apiKey,
      GEMINI_BASE_URL: gemini.url,
    });
    visitor = createVisitor(api.url);
    await visitor.get("/captions");
  });
  afterAll(async () => {
    await api?.end("SIGTERM");
    await gemini?.close();
    await postgres?.stop();
  });

  it("in the log and in an event stream is nothing that a person wrote, nor a statement's values", async () => {
    const file = { ...(await makePhoto()), name: "BIOPSY.jpg" };
    const { id } = await asCaption(await visitor.caption(file, { instruction: INSTRUCTION }, {}));
    const stream = await visitor.get(`/captions/${id}/events`);
    const events = stream.text();
    // Before, there would be nothing yet that has to be kept.
    await expect.poll(() => gemini.requests.length).toBe(1);
    await postgres.halt();
    const refused = await Promise.all([
      visitor.get("/captions?q=SEARCHED"),
      visitor.postJson("/uploads", { name: "DECLARED.jpg", type: "image/jpeg", bytes: 9 }),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([503, 503]);
    // The caption's answer comes while there is no place for it.
    await expect.poll(() => gemini.requests[0]?.answered).toBe(true);
    await wait(1_000);
    await postgres.resume();
    await vi.waitFor(async () => {
      expect(await asCaption(await visitor.get(`/captions/${id}`))).toMatchObject({
        state: "done",
      });
    }, SOON);

    // It was kept until there was one, and not bought again.
    expect(gemini.requests).toHaveLength(1);
    const log = api.lines.join("\n");
    expect(log).toContain("Failed query");
    expect(log).not.toMatch(/SEARCHED|DECLARED|BIOPSY|ANNOUNCEMENT|params|"body"/i);
    expect(await events).toContain("retry: ");
    expect(await events).not.toMatch(/event: error|select|params/);
    const { rows } = await postgres.sql("logged").query("select output from pgboss.job");
    expect(JSON.stringify(rows)).not.toMatch(/BIOPSY|ANNOUNCEMENT|params/);
  });

  it.each(["3000000000", "-99999999999999999999", "1; drop table captions", "9".repeat(400)])(
    "an event stream that was cut off at %s begins anew or ends",
    async (lastEventId) => {
      const { id } = await asCaption(await visitor.caption(await makePhoto(), {}, {}));
      const stream = await visitor.send(`/captions/${id}/events`, {
        headers: { "last-event-id": lastEventId },
      });
      expect(stream.headers.get("cache-control")).toContain("no-transform");
      const told = await stream.text();
      expect(told).not.toContain("event: error");
      expect(told).toContain("event: finished");
    },
  );

  it("an event stream that was cut off later than anything happened ends with its caption", async () => {
    const { id } = await asCaption(await visitor.caption(await makePhoto(), {}, {}));
    const stream = await visitor.send(`/captions/${id}/events`, {
      headers: { "last-event-id": "999" },
    });
    expect(await stream.text()).not.toContain("event: error");
  }, 30_000);

  it("a server that only reads is one that is away, and no fault of ours", async () => {
    const sql = postgres.sql("logged");
    const readOnly = async (value: "on" | "off") => {
      await sql.query(`alter database logged set default_transaction_read_only = ${value}`);
      await sql.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'logged' and pid <> pg_backend_pid()",
      );
    };
    const declare = () =>
      visitor.postJson("/uploads", { name: "a.jpg", type: "image/jpeg", bytes: 9 });
    await readOnly("on");
    await vi.waitFor(async () => {
      expect((await visitor.get("/health/ready")).status).toBe(503);
    }, SOON);
    for (let count = 0; count < 5; count += 1) {
      const answer = await declare();
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    }
    const admin = postgres.sql("postgres");
    await admin.query("alter database logged set default_transaction_read_only = off");
    // Connections that only read are left, and new ones write.
    await vi.waitFor(async () => expect((await declare()).status).toBe(201), SOON);
    await vi.waitFor(async () => {
      expect((await visitor.get("/health/ready")).status).toBe(200);
    }, SOON);
  });
});
