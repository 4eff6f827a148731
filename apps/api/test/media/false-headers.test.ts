import { execFileSync } from "node:child_process";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ToolHost } from "../../src/adapters/ffmpeg/tool-host.ts";
import type { MediaTools } from "../../src/ports/media-tools.ts";
import { has, needing } from "../../src/testing/capabilities.ts";
import { claimSeconds } from "../../src/testing/claim-seconds.ts";
import { openFfmpegTools } from "../../src/testing/ffmpeg-tools.ts";
import { makeMedia, PICTURES, SOUNDS } from "../../src/testing/make-media.ts";

const MKV = "video/x-matroska";

describe.skipIf(!has("ffmpeg"))(needing("ffmpeg", "files whose headers cannot be trusted"), () => {
  let tools: MediaTools;
  let folder: string;
  /** The most that a program printed. */
  let printed = 0;
  const { signal } = new AbortController();
  const work = () => ({ folder, signal, maxSeconds: 4 });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "false-"));
    tools = await openFfmpegTools(listening);
  });
  afterAll(async () => {
    await tools.close();
    await rm(folder, { recursive: true, force: true });
  });

  const listening = (host: ToolHost): ToolHost => ({
    ...host,
    async run(run) {
      const result = await host.run(run);
      if (result.kind === "done") printed = Math.max(printed, result.stdout.length);
      return result;
    },
  });

  const inspect = (path: string) => tools.inspect(path, MKV, signal);

  it("are decoded a second further than is taken, and no more, whatever they claim", async () => {
    const plan = { shots: [PICTURES.pattern(12)], sounds: [SOUNDS.tone(12)] };
    const path = await claimSeconds(await makeMedia(folder, "longer.mkv", plan), 2);
    const facts = await inspect(path);
    expect(facts.seconds).toBe(2);
    expect((await tools.sound(path, facts, work()))?.seconds).toBeCloseTo(5, 1);
    const frames = await tools.frames(path, facts, 8, work());
    expect(frames.length).toBeGreaterThan(0);
    for (const { at } of frames) expect(at).toBeLessThanOrEqual(5);
  });

  it("are as long as what comes out where they claim more", async () => {
    const made = await makeMedia(folder, "shorter.mkv", { sounds: [SOUNDS.tone(1)] });
    const path = await claimSeconds(made, 600);
    const sound = await tools.sound(path, await inspect(path), work());
    expect(sound?.seconds).toBeCloseTo(1, 1);
  });

  it("are read and heard without their tags, however long these are", async () => {
    const sounds = [SOUNDS.tone(1), SOUNDS.silence(1), SOUNDS.tone(1)];
    const plain = await makeMedia(folder, "plain.mkv", { sounds });
    const tags = Array.from({ length: 1_000 }, (_, index) => `k${index}=${"x".repeat(2_000)}`);
    const script = join(folder, "tags.txt");
    await writeFile(script, [";FFMETADATA1", ...tags, ""].join("\n"));
    const path = join(folder, "tagged.mkv");
    const inputs = ["-i", plain, "-i", script, "-map", "0", "-map_metadata", "1"];
    execFileSync("ffmpeg", ["-v", "error", "-y", ...inputs, "-c", "copy", path]);
    expect((await stat(path)).size).toBeGreaterThan(2_000_000);
    printed = 0;
    const facts = await inspect(path);
    expect(printed).toBeLessThan(1_000);
    expect(facts).toMatchObject({ picture: undefined, seconds: expect.closeTo(3, 0) });
    const sound = await tools.sound(path, { ...facts, seconds: 60 }, work());
    expect(sound?.seconds).toBeCloseTo(3, 1);
    expect(sound?.silences).toEqual([{ start: expect.closeTo(1, 0), end: expect.closeTo(2, 0) }]);
  });
});
