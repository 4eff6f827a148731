import { once } from "node:events";
import { rm } from "node:fs/promises";
import type { Worker } from "node:worker_threads";
import { afterEach, beforeEach, expect, it } from "vitest";
import { asProblem } from "../src/testing/api-client.ts";
import { startApiProcess } from "../src/testing/api-process.ts";
import { freshDataFolder } from "../src/testing/fresh-data-folder.ts";
import { startApi } from "../src/testing/start-api.ts";

/** Ends the process's first thread, which is the database's, when it is asked to. */
const KILLS_ITS_DATABASE = `data:text/javascript,process.once("worker", (thread) => {
  process.once("SIGUSR2", () => thread.terminate());
});`;

let dataDir: string;
beforeEach(async () => {
  dataDir = await freshDataFolder();
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

it("ends the API, which says so, and leaves all to be started again", async () => {
  const NODE_OPTIONS = `--import ${JSON.stringify(encodeURI(KILLS_ITS_DATABASE))}`;
  const first = await startApiProcess({ DATA_DIR: dataDir, NODE_OPTIONS });
  const said: string[] = [];
  first.child.stderr?.on("data", (words) => said.push(String(words)));
  const closed = once(first.child, "close");
  first.child.kill("SIGUSR2");
  expect(await closed).toEqual([1, null]);
  const last = JSON.parse(first.lines.at(-1) ?? "{}");
  expect(last).toMatchObject({
    level: 60,
    msg: expect.stringContaining("embedded database has ended"),
  });
  expect(said.join("")).toContain("start it again");

  const second = await startApiProcess({ DATA_DIR: dataDir });
  expect((await fetch(`${second.url}/health/ready`)).status).toBe(200);
  expect(await second.end("SIGTERM")).toBe(0);
});

it("is a database that is away, to whoever asks before the API has ended, and lets it end", async () => {
  const started = Promise.withResolvers<Worker>();
  process.once("worker", started.resolve);
  const api = await startApi();
  await (await started.promise).terminate();
  const answer = await fetch(`${api.url}/captions`);
  expect(await asProblem(answer)).toMatchObject({ status: 503, code: "database_unavailable" });
  expect((await fetch(`${api.url}/health/ready`)).status).toBe(503);
  await api.stop();
});
