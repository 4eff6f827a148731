import { describe, expect, it } from "vitest";
import type { ExtractedSound, MediaTools } from "../ports/media-tools.ts";
import { takeApart } from "./take-apart.ts";

type Needs = Parameters<typeof takeApart>[0];

const FILE = {
  name: "talk.mkv",
  path: "/nowhere/media",
  facts: { type: "video/x-matroska", seconds: 2, picture: undefined, sound: { codec: "opus" } },
} as const;

const soundOf = (seconds: number): ExtractedSound => ({
  path: "/nowhere/sound.ogg",
  bytes: 1,
  seconds,
  silences: [],
});

/** Files of a minute at most, taken apart by these. */
const takeApartBy = (media: Pick<MediaTools, "frames" | "sound">) =>
  takeApart({ media, limits: { video: { maxSeconds: 60 } } } as Needs, FILE, {
    folder: "/nowhere",
    signal: new AbortController().signal,
  });

describe("takeApart", () => {
  it("says how long a file is by what came out, where its header says less", async () => {
    const sound = soundOf(50);
    const taken = await takeApartBy({ frames: async () => [], sound: async () => sound });
    expect(taken).toEqual({ frames: [], sound, seconds: 50 });
  });

  it("has no more decoded than is taken, and refuses what goes on", async () => {
    const asked: number[] = [];
    const taken = takeApartBy({
      async frames(_, __, ___, { maxSeconds }) {
        asked.push(maxSeconds);
        return [];
      },
      async sound(_, __, { maxSeconds }) {
        asked.push(maxSeconds);
        return soundOf(maxSeconds + 1);
      },
    });
    await expect(taken).rejects.toMatchObject({
      code: "media_too_long",
      message: expect.stringContaining('"talk.mkv" lasts more than 1:00 min; at most 1:00 min'),
    });
    expect(asked).toEqual([60, 60]);
  });

  it("takes what is as long as may be, with what a codec adds to it", async () => {
    const sound = soundOf(60.04);
    const taken = await takeApartBy({ frames: async () => [], sound: async () => sound });
    expect(taken.sound).toBe(sound);
  });

  it("has ended the pictures before it fails for the sound", async () => {
    const broken = new Error("no sound");
    let ended = false;
    const taken = takeApartBy({
      frames: (_, __, ___, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => {
            ended = true;
            reject(signal.reason);
          });
        }),
      sound: async () => {
        throw broken;
      },
    });
    await expect(taken).rejects.toBe(broken);
    expect(ended).toBe(true);
  });
});
