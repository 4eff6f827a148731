import { readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Visitor } from "../src/testing/api-client.ts";
import { asCaption, asPage, createVisitor } from "../src/testing/api-client.ts";
import { startApiProcess, startRefusedApi } from "../src/testing/api-process.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { freshDataFolder } from "../src/testing/fresh-data-folder.ts";
import { makePhoto } from "../src/testing/make-photo.ts";

let dataDir: string;
let gemini: FakeGemini;
let settings: Record<string, string>;

beforeEach(async () => {
  dataDir = await freshDataFolder();
  gemini = await startFakeGemini({ latencyMs: 1_000 });
  settings = {
    DATA_DIR: dataDir,
    GEMINI_API_KEY: gemini.apiKey,
    GEMINI_BASE_URL: gemini.url,
  };
});

afterEach(async () => {
  await gemini.close();
  await rm(dataDir, { recursive: true, force: true });
});

const stored = async () =>
  (await readdir(join(dataDir, "uploads"), { recursive: true })).filter((n) => n.includes("upl_"));

async function finishedCaptions(visitor: Visitor, count: number) {
  const read = async () => (await asPage(await visitor.get("/captions?limit=100"))).items;
  const finished = async () => (await read()).filter(({ finishedAt }) => finishedAt !== null);
  await expect.poll(finished).toHaveLength(count);
  return read();
}

describe("an API that is killed", () => {
  it("finishes all its photos once it is started again, each once", async () => {
    // None is done by the time the process is killed.
    const silent = await startFakeGemini({ latencyMs: 60_000 });
    const first = await startApiProcess({ ...settings, GEMINI_BASE_URL: silent.url });
    const visitor = createVisitor(first.url);
    await visitor.get("/captions");
    const photos = await Promise.all(Array.from({ length: 10 }, () => makePhoto()));
    const accepted = await Promise.all(
      photos.map(async (photo) => asCaption(await visitor.caption(photo, {}, {}))),
    );
    await first.end("SIGKILL");
    await silent.close();

    const second = await startApiProcess(settings);
    const items = await finishedCaptions(visitor.at(second.url), 10);
    expect(items.map(({ state }) => state)).toEqual(Array(10).fill("done"));
    expect(items.map(({ id }) => id).sort()).toEqual(accepted.map(({ id }) => id).sort());
    expect(items.every(({ receipt }) => receipt?.objectVersions === 1)).toBe(true);
    expect(await stored()).toEqual([]);
    await second.end("SIGTERM");
  });
});

describe("an API that is asked to end", () => {
  it("finishes what is under way and exits with 0", async () => {
    const api = await startApiProcess(settings);
    const visitor = createVisitor(api.url);
    const { id } = await asCaption(await visitor.caption(await makePhoto(), {}, {}));
    // Before it is under way it would stay in the queue, for the next process.
    await expect.poll(() => gemini.requests.length).toBe(1);
    expect(await api.end("SIGTERM")).toBe(0);
    const again = await startApiProcess(settings);
    const caption = await asCaption(await visitor.at(again.url).get(`/captions/${id}`));
    expect(caption.state).toBe("done");
    expect(gemini.requests).toHaveLength(1);
    await again.end("SIGTERM");
  });
});

describe("an API that cannot start", () => {
  it("says that another one uses the data folder", async () => {
    const running = await startApiProcess(settings);
    const { code, said } = await startRefusedApi(settings);
    expect(code).toBe(1);
    expect(said).toMatch(/^Another caption-generator \(process \d+\) uses the data folder /u);
    expect(said.trim().split("\n")).toHaveLength(1);
    await running.end("SIGTERM");
  });

  it("says that its port is taken", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    const PORT = String(typeof address === "object" ? address?.port : "");
    const { code, said } = await startRefusedApi({ ...settings, PORT });
    expect(code).toBe(1);
    expect(said).toContain(`cannot listen on 127.0.0.1:${PORT}: another program uses it`);
    await new Promise((resolve) => server.close(resolve));
  });

  it("names a setting that is wrong", async () => {
    const { code, said } = await startRefusedApi({ ...settings, GEMINI_BASE_URL: "nowhere" });
    expect(code).toBe(1);
    expect(said).toContain('GEMINI_BASE_URL "nowhere"');
  });
});
