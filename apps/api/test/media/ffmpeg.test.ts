import { once } from "node:events";
import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MediaType } from "@caption-generator/schema";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MediaTools } from "../../src/ports/media-tools.ts";
import { has, needing } from "../../src/testing/capabilities.ts";
import { openFfmpegTools } from "../../src/testing/ffmpeg-tools.ts";
import { makeMedia, PICTURES, SOUNDS } from "../../src/testing/make-media.ts";

describe.skipIf(!has("ffmpeg"))(needing("ffmpeg", "taking videos apart"), () => {
  let tools: MediaTools;
  let folder: string;
  const { signal } = new AbortController();
  const work = () => ({ folder, signal, maxSeconds: 600 });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "media-"));
    tools = await openFfmpegTools();
  });
  afterAll(async () => {
    await tools.close();
    await rm(folder, { recursive: true, force: true });
  });

  const inspect = (path: string, type: MediaType) => tools.inspect(path, type, signal);

  async function framesOf(path: string, type: MediaType, most = 8) {
    return tools.frames(path, await inspect(path, type), most, work());
  }

  async function soundOf(path: string, type: MediaType) {
    return tools.sound(path, await inspect(path, type), work());
  }

  async function colourOf(bytes: Uint8Array) {
    const { dominant } = await sharp(bytes).stats();
    return dominant;
  }

  it.each([
    ["a.mp4", "video/mp4", ["-c:v", "libx264", "-c:a", "aac"]],
    ["a.mov", "video/quicktime", ["-c:v", "libx264", "-c:a", "aac"]],
    ["a.webm", "video/webm", ["-c:v", "libvpx", "-c:a", "libopus"]],
    ["a.mkv", "video/x-matroska", ["-c:v", "libx264", "-c:a", "libmp3lame"]],
  ] as const)("reads %s", async (name, type, options) => {
    const shots = [PICTURES.pattern(2)];
    const path = await makeMedia(folder, name, { shots, sounds: [SOUNDS.tone(2)], options });
    const facts = await inspect(path, type);
    expect(facts).toMatchObject({ type, picture: { width: 640, height: 360 } });
    expect(facts.seconds).toBeCloseTo(2, 0);
    const [frames, sound] = await Promise.all([framesOf(path, type), soundOf(path, type)]);
    expect(frames).toHaveLength(1);
    expect(await sharp(frames[0]?.bytes).metadata()).toMatchObject({ format: "jpeg", width: 640 });
    expect(sound?.seconds).toBeCloseTo(2, 0);
  });

  it.each([
    ["a.mp3", "audio/mpeg"],
    ["a.m4a", "audio/mp4"],
    ["a.wav", "audio/wav"],
    ["a.ogg", "audio/ogg"],
    ["a.flac", "audio/flac"],
  ] as const)("reads %s, which has no picture", async (name, type) => {
    const path = await makeMedia(folder, name, { sounds: [SOUNDS.tone(3)] });
    expect(await inspect(path, type)).toMatchObject({ picture: undefined });
    expect(await framesOf(path, type)).toEqual([]);
    expect((await soundOf(path, type))?.bytes).toBeLessThan(20_000);
  });

  it("takes a picture from each shot, though no key frame marks it", async () => {
    const shots = [PICTURES.plain("red", 3), PICTURES.plain("green", 3), PICTURES.plain("blue", 3)];
    const options = ["-c:v", "libx264", "-g", "1000", "-sc_threshold", "0"];
    const path = await makeMedia(folder, "shots.mp4", { shots, options });
    const frames = await framesOf(path, "video/mp4", 3);
    const colours = await Promise.all(frames.map(({ bytes }) => colourOf(bytes)));
    expect(colours.map(({ r, g, b }) => [r, g, b].indexOf(Math.max(r, g, b)))).toEqual([0, 1, 2]);
    expect(frames.map(({ at }) => Math.round(at))).toEqual(
      [2, 4, 7].map((at) => expect.closeTo(at, -0.4)),
    );
  });

  it("turns what a phone filmed upright", async () => {
    const path = await makeMedia(folder, "flat.mp4", { shots: [PICTURES.pattern(1)] });
    const turned = join(folder, "turned.mp4");
    const { execFileSync } = await import("node:child_process");
    execFileSync("ffmpeg", [
      "-v",
      "error",
      "-y",
      "-i",
      path,
      "-c",
      "copy",
      "-metadata:s:v",
      "rotate=90",
      turned,
    ]);
    expect(await inspect(turned, "video/mp4")).toMatchObject({
      picture: { width: 360, height: 640 },
    });
    const [frame] = await framesOf(turned, "video/mp4");
    expect(await sharp(frame?.bytes).metadata()).toMatchObject({ width: 360, height: 640 });
  });

  it("takes the one picture of a video that has one frame", async () => {
    const options = ["-frames:v", "1"];
    const path = await makeMedia(folder, "one.mp4", { shots: [PICTURES.pattern(1)], options });
    expect(await framesOf(path, "video/mp4")).toHaveLength(1);
  });

  it("tells silence from sound, and that all is silent", async () => {
    const sounds = [SOUNDS.tone(2), SOUNDS.silence(2), SOUNDS.tone(2)];
    const spoken = await soundOf(await makeMedia(folder, "pause.wav", { sounds }), "audio/wav");
    expect(spoken?.silences).toEqual([{ start: expect.closeTo(2, 0), end: expect.closeTo(4, 0) }]);
    const still = await makeMedia(folder, "still.wav", { sounds: [SOUNDS.silence(3)] });
    expect((await soundOf(still, "audio/wav"))?.silences).toEqual([
      { start: 0, end: expect.closeTo(3, 0) },
    ]);
  });

  it("cuts sound where it is told, within a tenth of a second", async () => {
    const sounds = [SOUNDS.tone(5), SOUNDS.silence(5)];
    const sound = await soundOf(await makeMedia(folder, "cut.wav", { sounds }), "audio/wav");
    if (sound === undefined) throw new Error("There is sound, and none was found.");
    const piece = await tools.cutSound(sound, { start: 4.37, end: 7 }, work());
    const cut = await soundOf(piece.path, "audio/ogg");
    expect(Math.abs((cut?.seconds ?? 0) - 2.63)).toBeLessThan(0.1);
    expect(Math.abs((cut?.silences[0]?.start ?? 0) - 0.63)).toBeLessThan(0.1);
  });

  it("has no sound of a video without a sound track", async () => {
    const path = await makeMedia(folder, "mute.mp4", { shots: [PICTURES.pattern(1)] });
    expect(await soundOf(path, "video/mp4")).toBeUndefined();
  });

  describe("what is no good", () => {
    const unreadable = expect.objectContaining({ code: "media_unreadable" });

    it("is a file cut off before its index, with what happened in the sentence", async () => {
      const path = await makeMedia(folder, "cut-off.mp4", { shots: [PICTURES.pattern(1)] });
      await truncate(path, 20_000);
      await expect(inspect(path, "video/mp4")).rejects.toThrow("moov atom");
    });

    it("is a playlist that calls itself a video: nobody is asked for what it names", async () => {
      let asked = 0;
      const server = createServer((_, response) => {
        asked += 1;
        response.end();
      }).listen(0, "127.0.0.1");
      await once(server, "listening");
      const { port } = server.address() as AddressInfo;
      const path = join(folder, "playlist.mp4");
      const lines = ["#EXTM3U", "#EXTINF:10,", `http://127.0.0.1:${port}/a.ts`, "#EXT-X-ENDLIST"];
      await writeFile(path, lines.join("\n"));
      await expect(inspect(path, "video/mp4")).rejects.toEqual(unreadable);
      expect(asked).toBe(0);
      server.close();
    });

    it("is a concat script: no other file is opened", async () => {
      await makeMedia(folder, "secret.mp4", { shots: [PICTURES.pattern(1)] });
      const path = join(folder, "script.mp4");
      await writeFile(path, `ffconcat version 1.0\nfile 'secret.mp4'\n`);
      await expect(inspect(path, "video/mp4")).rejects.toEqual(unreadable);
    });

    it("is a thousand bytes of anything, whatever they are called", async () => {
      const path = join(folder, "noise.bin");
      await writeFile(path, Buffer.alloc(1_000, 7));
      for (const type of ["video/mp4", "video/webm", "audio/wav", "audio/flac"] as const) {
        await expect(soundOf(path, type)).rejects.toMatchObject({ name: "AppError" });
      }
    });

    it("is any mutated header: a typed problem or a right result, and soon", async () => {
      const shots = [PICTURES.pattern(1)];
      const path = await makeMedia(folder, "good.mp4", {
        shots,
        options: ["-movflags", "faststart"],
      });
      const good = await readFile(path);
      for (let seed = 1; seed <= 12; seed += 1) {
        const bad = Buffer.from(good);
        for (let at = 0; at < 12; at += 1)
          bad[(seed * 7919 + at * 104_729) % 2_000] = (seed * 31 + at * 17) % 256;
        const file = join(folder, "mutated.mp4");
        await writeFile(file, bad);
        const outcome = framesOf(file, "video/mp4").then(
          () => "AppError",
          (error: Error) => error.name,
        );
        expect(await outcome).toBe("AppError");
      }
    });

    it("stops with the signal's reason", async () => {
      const path = await makeMedia(folder, "any.mp4", { shots: [PICTURES.pattern(1)] });
      const reason = new Error("cancelled by the person");
      const aborted = AbortSignal.abort(reason);
      await expect(tools.inspect(path, "video/mp4", aborted)).rejects.toBe(reason);
    });
  });
});
