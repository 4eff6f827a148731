import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFfmpeg } from "../../src/adapters/ffmpeg/find-ffmpeg.ts";
import { createFfmpegTools } from "../../src/adapters/ffmpeg/index.ts";
import { startToolHost } from "../../src/adapters/ffmpeg/tool-host.ts";
import type { MediaTools } from "../../src/ports/media-tools.ts";
import { has, needing } from "../../src/testing/capabilities.ts";
import { makeMedia, PICTURES } from "../../src/testing/make-media.ts";

const MINUTE = 60_000;

describe.skipIf(!has("ffmpeg"))(needing("ffmpeg", "odd videos"), { timeout: 2 * MINUTE }, () => {
  let tools: MediaTools;
  let folder: string;
  const { signal } = new AbortController();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "odd-"));
    const found = await findFfmpeg(process.env["PATH"] ?? "");
    if (found === undefined) throw new Error("There is an ffmpeg, and it was not found.");
    tools = createFfmpegTools(found, startToolHost());
  });
  afterAll(async () => {
    await tools.close();
    await rm(folder, { recursive: true, force: true });
  });

  const inspect = (path: string) => tools.inspect(path, "video/mp4", signal);

  async function framesOf(path: string) {
    const frames = await tools.frames(path, await inspect(path), 8, { folder, signal });
    return Promise.all(frames.map(async ({ bytes }) => await sharp(bytes).metadata()));
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
