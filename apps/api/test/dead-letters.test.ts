import { execFile } from "node:child_process";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openPglite } from "../src/adapters/postgres/pglite.ts";
import { NODE_FLAGS, PROCESS_ENV } from "../src/node-flags.ts";
import { asCaption, createVisitor } from "../src/testing/api-client.ts";
import { startApiProcess } from "../src/testing/api-process.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { freshDataFolder } from "../src/testing/fresh-data-folder.ts";
import { makePhoto } from "../src/testing/make-photo.ts";
import { readEvents } from "../src/testing/sse.ts";

const jobs = fileURLToPath(new URL("../src/jobs.ts", import.meta.url));

let dataDir: string;
beforeEach(async () => {
  dataDir = await freshDataFolder();
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const stored = async () =>
  (await readdir(join(dataDir, "uploads"), { recursive: true })).filter((n) => n.includes("upl_"));

async function runJobs(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [...NODE_FLAGS, jobs, ...args], {
    env: { ...process.env, ...PROCESS_ENV, DATA_DIR: dataDir },
  });
  return stdout;
}

/** Says that the jobs there are were tried often enough. */
async function noMoreTries() {
  const { client } = await openPglite(dataDir);
  await client.exec("UPDATE pgboss.job SET retry_limit = 0 WHERE state = 'active'");
  await client.close();
}

/** Three processes, one after the other, and two runs of a program beside them. */
const PATIENTLY = 180_000;

it("keeps the file of a caption whose process always ends, and tries it again when it is asked to", {
  timeout: PATIENTLY,
}, async () => {
  const slow = await startFakeGemini({ latencyMs: 60_000 });
  const quick = await startFakeGemini();
  const settings = (gemini: typeof slow) => ({
    DATA_DIR: dataDir,
    GEMINI_API_KEY: gemini.apiKey,
    GEMINI_BASE_URL: gemini.url,
  });
  const first = await startApiProcess(settings(slow));
  const visitor = createVisitor(first.url);
  const { id } = await asCaption(await visitor.caption(await makePhoto(), {}, {}));
  await expect.poll(() => slow.requests.length).toBe(1);
  await first.end("SIGKILL");
  await noMoreTries();

  const second = await startApiProcess(settings(quick));
  const again = visitor.at(second.url);
  const caption = async () => asCaption(await again.get(`/captions/${id}`));
  await expect.poll(async () => (await caption()).state).toBe("failed");
  const { problem, receipt } = await caption();
  expect(problem).toMatchObject({ code: "interrupted", retryable: true });
  expect(receipt).toBeNull();
  expect(await stored()).toHaveLength(1);
  await second.end("SIGTERM");
  expect(await runJobs("dead")).toContain(`${id}\tfailed\t`);

  const third = await startApiProcess(settings(quick));
  const last = visitor.at(third.url);
  const retried = await last.send(`/captions/${id}/retry`, { method: "POST" });
  expect(retried.status).toBe(202);
  expect(await asCaption(retried)).toMatchObject({ state: "queued", problem: null });
  const done = async () => asCaption(await last.get(`/captions/${id}`));
  await expect.poll(async () => (await done()).state).toBe("done");
  expect((await done()).receipt).toMatchObject({ objectVersions: 1 });
  expect(await stored()).toEqual([]);
  // Told from the start: its first end is none any more.
  const told = await readEvents(await last.get(`/captions/${id}/events`));
  const ends = told.filter((event) => event.type === "finished");
  expect(ends).toMatchObject([{ caption: { state: "done" } }]);

  const refused = await last.send(`/captions/${id}/retry`, { method: "POST" });
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ code: "caption_not_retryable" });
  await third.end("SIGTERM");
  expect(await runJobs("retry", "--all")).toContain(`${id} cannot be tried again`);
  await Promise.all([slow.close(), quick.close()]);
});
