import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MediaTools } from "../../src/ports/media-tools.ts";
import { has, needing } from "../../src/testing/capabilities.ts";
import { claimSeconds } from "../../src/testing/claim-seconds.ts";
import { openFfmpegTools } from "../../src/testing/ffmpeg-tools.ts";
import { makeMedia, PICTURES, SOUNDS } from "../../src/testing/make-media.ts";

const MINUTE = 60_000;

/** A single frame that is shown for so many seconds. */
const slide = (colour: string, seconds: number) =>
  `color=c=${colour}:size=64x64:rate=1/${seconds}:duration=${seconds}`;

describe.skipIf(!has("ffmpeg"))(needing("ffmpeg", "odd videos"), { timeout: 2 * MINUTE }, () => {
  let tools: MediaTools;
  let folder: string;
  const { signal } = new AbortController();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "odd-"));
    tools = await openFfmpegTools();
  });
  afterAll(async () => {
    await tools.close();
    await rm(folder, { recursive: true, force: true });
  });

  const work = () => ({ folder, signal, maxSeconds: 40_000 });
  const inspect = (path: string) => tools.inspect(path, "video/mp4", signal);

  async function framesOf(path: string) {
    const frames = await tools.frames(path, await inspect(path), 8, work());
    return Promise.all(frames.map(async ({ bytes }) => await sharp(bytes).metadata()));
  }

  /** The strongest of red, green and blue in each picture, and when it is shown. */
  async function coloursOf(path: string) {
    const frames = await tools.frames(path, await inspect(path), 8, work());
    return Promise.all(
      frames.map(async ({ at, bytes }) => {
        const { r, g, b } = (await sharp(bytes).stats()).dominant;
        return [Math.round(at), ["red", "green", "blue"][[r, g, b].indexOf(Math.max(r, g, b))]];
      }),
    );
  }

  /** A short video in which some bytes are others. */
  async function patched(name: string, patch: (bytes: Buffer) => void) {
    const path = await makeMedia(folder, name, { shots: [PICTURES.pattern(1)] });
    const bytes = await readFile(path);
    patch(bytes);
    await writeFile(path, bytes);
    return path;
  }

  it("of ten hours in less than a megabyte is known by its length, and looked at in no time", async () => {
    const shots = ["color=c=navy:size=64x64:rate=1/300:duration=36000"];
    const path = await makeMedia(folder, "ten-hours.mp4", { shots });
    expect((await stat(path)).size).toBeLessThan(1_000_000);
    expect((await inspect(path)).seconds).toBeGreaterThanOrEqual(36_000);
    expect((await framesOf(path)).length).toBeGreaterThan(0);
  });

  it("whose header claims ten hours of one second is a problem or looked at as what it is", async () => {
    const path = await patched("claims.mp4", (bytes) => {
      const header = bytes.indexOf("mvhd");
      const scale = bytes.readUInt32BE(header + 16);
      bytes.writeUInt32BE(36_000 * scale, header + 20);
    });
    expect((await framesOf(path)).length).toBeGreaterThan(0);
  });

  it("in 8K is looked at in the size that models see", async () => {
    const shots = ["color=c=teal:size=7680x4320:rate=5:duration=1"];
    const options = ["-preset", "ultrafast"];
    const path = await makeMedia(folder, "8k.mp4", { shots, options });
    expect((await inspect(path)).picture).toMatchObject({ width: 7_680, height: 4_320 });
    expect(await framesOf(path)).toEqual([expect.objectContaining({ width: 768, height: 432 })]);
  });

  it("of larger pictures is refused with both numbers, before one is decoded", async () => {
    const shots = ["color=c=teal:size=8400x64:rate=5:duration=1"];
    const path = await makeMedia(folder, "wide.mp4", { shots });
    await expect(inspect(path)).rejects.toMatchObject({
      code: "media_frame_too_large",
      message: expect.stringMatching(/8400 × 64 .* 8192/u),
    });
  });

  it("of frames that come when they like is looked at all along", async () => {
    const uneven = `${PICTURES.pattern(2)},select='not(mod(n\\,7))+lt(n\\,5)'`;
    const shots = [uneven, PICTURES.plain("maroon", 2)];
    const options = ["-fps_mode", "vfr"];
    const path = await makeMedia(folder, "uneven.mp4", { shots, options });
    expect(await framesOf(path)).toHaveLength(2);
  });

  it("of one frame that is shown for long is seen, though the sound goes on", async () => {
    const plan = { shots: [slide("red", 3)], sounds: [SOUNDS.tone(3)] };
    const path = await makeMedia(folder, "still.mp4", plan);
    expect(await coloursOf(path)).toEqual([[2, "red"]]);
  });

  it("of one frame, whose header claims more, is seen where it is", async () => {
    const shots = [PICTURES.plain("red", 1)];
    const options = ["-frames:v", "1"];
    const path = await makeMedia(folder, "moment.mkv", { shots, options });
    const facts = await tools.inspect(await claimSeconds(path, 60), "video/x-matroska", signal);
    const frames = await tools.frames(path, facts, 8, work());
    expect(frames.map(({ at }) => at)).toEqual([0]);
  });

  it.each([
    ["seconds", 5],
    ["minutes", 100],
  ])("of slides that stand for %s has a picture of each, shown when it says", async (_, each) => {
    const shots = [slide("red", each), slide("green", each), slide("blue", each)];
    const path = await makeMedia(folder, `slides-${each}.mp4`, { shots, options: ["-g", "1"] });
    const colours = await coloursOf(path);
    expect(new Set(colours.map(([, colour]) => colour))).toEqual(new Set(["red", "green", "blue"]));
    const shown = colours.map(([at]) => ["red", "green", "blue"][Math.floor(Number(at) / each)]);
    expect(colours.map(([, colour]) => colour)).toEqual(shown);
  });

  it("in a codec that nobody knows is a problem that says what to do", async () => {
    const path = await patched("unknown.mp4", (bytes) => {
      bytes.write("zz9z", bytes.indexOf("avc1", bytes.indexOf("stsd")), "latin1");
    });
    await expect(inspect(path)).rejects.toMatchObject({
      code: "media_codec_unsupported",
      message: expect.stringContaining("H.264"),
    });
  });
});
