import { once } from "node:events";
import { openAsBlob } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Visitor } from "../src/testing/api-client.ts";
import { asArrived, asCaption, asProblem, createVisitor } from "../src/testing/api-client.ts";
import type { ApiProcess } from "../src/testing/api-process.ts";
import { startApiProcess } from "../src/testing/api-process.ts";
import { has, needing } from "../src/testing/capabilities.ts";
import type { FakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { freshDataFolder } from "../src/testing/fresh-data-folder.ts";
import { makeMedia, PICTURES } from "../src/testing/make-media.ts";
import { padMp4 } from "../src/testing/pad-file.ts";
import type { LargeFile } from "../src/testing/send-parts.ts";
import { allParts, declareParts, partOf, partUrl, sendParts } from "../src/testing/send-parts.ts";

const BYTES = 300_000_000;
/** The API starts three times, and each start takes seconds, on a busy machine many. */
const PATIENT_MS = 300_000;

/** Has a process kill itself as soon as anything changes in a folder, once it was sent SIGUSR2. */
const diesOfChange = (folder: string) => {
  const program = `
    import { watch } from "node:fs";
    process.once("SIGUSR2", () => {
      watch(${JSON.stringify(folder)}, () => process.kill(process.pid, "SIGKILL"));
      console.log('{"msg":"watching"}');
    });`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(program)}` };
};

describe.skipIf(!has("ffmpeg"))(needing("ffmpeg", "a video of 300 MB"), () => {
  let folder: string;
  let dataDir: string;
  let gemini: FakeGemini;
  let file: LargeFile;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "large-"));
    dataDir = await freshDataFolder();
    gemini = await startFakeGemini();
    const path = await makeMedia(folder, "long.mp4", { shots: [PICTURES.pattern(2)] });
    await padMp4(path, BYTES);
    file = { name: "long.mp4", type: "video/mp4", content: await openAsBlob(path) };
  });
  afterAll(async () => {
    await gemini.close();
    await rm(dataDir, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  });

  const start = (more: Readonly<Record<string, string>> = {}) =>
    startApiProcess({
      ...more,
      DATA_DIR: dataDir,
      GEMINI_API_KEY: gemini.apiKey,
      GEMINI_BASE_URL: gemini.url,
    });

  /** What is stored of uploads, by name. */
  const stored = async () =>
    (await readdir(join(dataDir, "uploads"), { recursive: true })).filter((n) =>
      n.includes("upl_"),
    );

  /** Sends the first bytes of a part, and then nothing more. */
  function sendHalf(visitor: Visitor, url: string, part: Blob, signal: AbortSignal) {
    const body = new ReadableStream({
      async start(stream) {
        stream.enqueue(new Uint8Array(await part.slice(0, part.size / 2).arrayBuffer()));
      },
    });
    return visitor.send(url, { method: "PUT", body, duplex: "half", signal });
  }

  /** Asks for it to be completed, of a process that is killed once it has begun to put the file together. */
  async function killWhileJoining({ child, lines }: ApiProcess, visitor: Visitor, id: string) {
    const ended = once(child, "close");
    child.kill("SIGUSR2");
    await expect.poll(() => lines.join()).toContain("watching");
    const answer = await visitor.postJson(`/uploads/${id}/complete`, {}).catch(() => "cut off");
    await ended;
    return answer;
  }

  it(
    "survives a lost connection and two kills of the API, and is gone once it is captioned",
    async () => {
      const first = await start();
      const visitor = createVisitor(first.url);
      await visitor.get("/captions");
      const declared = await declareParts(visitor, file);
      const { id } = declared.upload;
      const all = allParts(declared);
      const half = all.slice(0, all.length / 2);
      await sendParts(visitor, declared, { file, numbers: half });

      const lost = new AbortController();
      const next = half.length + 1;
      const url = await partUrl(visitor, declared, next);
      const broken = sendHalf(visitor, url, partOf(declared, file, next), lost.signal);
      setTimeout(() => lost.abort(), 100);
      await expect(broken).rejects.toThrow();

      const signal = AbortSignal.timeout(60_000);
      const killed = sendHalf(visitor, url, partOf(declared, file, next), signal);
      const [cut] = await Promise.allSettled([killed, first.end("SIGKILL")]);
      expect(cut.status).toBe("rejected");

      const second = await start(diesOfChange(join(dataDir, "uploads", "incoming")));
      const again = visitor.at(second.url);
      const { arrived } = await asArrived(await again.get(`/uploads/${id}/parts`));
      expect(arrived.map(({ number }) => number)).toEqual(half);
      const early = await asProblem(await again.postJson("/captions", { uploadId: id }));
      expect(early.code).toBe("upload_incomplete");
      const rest = all.filter((number) => !half.includes(number));
      await sendParts(again, declared, { file, numbers: rest });
      expect(await killWhileJoining(second, again, id)).toBe("cut off");
      expect(await readdir(join(dataDir, "uploads"))).not.toContain(id);

      const third = await start();
      const asked = { uploadId: id, options: { variants: 1 } };
      const atLast = visitor.at(third.url);
      const answer = await atLast.postJson("/captions", asked, { prefer: "wait=60" });
      expect(await asCaption(answer)).toMatchObject({
        state: "done",
        source: { seconds: expect.closeTo(2, 0) },
        receipt: { objectVersions: 1, bytes: BYTES },
      });
      expect(await stored()).toEqual([]);
      await third.end("SIGTERM");
    },
    PATIENT_MS,
  );
});
