import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findFfmpeg } from "../../apps/api/src/adapters/ffmpeg/find-ffmpeg.ts";
import { createFfmpegTools } from "../../apps/api/src/adapters/ffmpeg/index.ts";
import { startToolHost } from "../../apps/api/src/adapters/ffmpeg/tool-host.ts";
import { startFakeOpenAi } from "../../apps/api/src/testing/fake-openai/index.ts";
import { makeMedia, PICTURES, SOUNDS } from "../../apps/api/src/testing/make-media.ts";
import { ROOT } from "../shared/root.ts";
import type { Figure } from "./figure.ts";
import { median, milliseconds } from "./figure.ts";
import type { CaptionRequest } from "./request.ts";
import { captionRequest, timedCaption } from "./request.ts";
import { startSubject } from "./subject.ts";

const SECONDS = 60;
const ROUNDS = 3;
const AT_ONCE = 4;
const MOST_FRAMES = 8;
const SHOTS = 6;
const WATCH = pathToFileURL(join(ROOT, "tools", "bench", "event-loop.mjs")).href;

type Tools = ReturnType<typeof createFfmpegTools>;

/** What captions of a video take beside what ffmpeg does, and whether they leave the API able to answer. */
export async function measureVideo(): Promise<Figure[]> {
  const found = await findFfmpeg(process.env["PATH"] ?? "");
  if (found === undefined) {
    return [{ what: "videos", goal: "", seen: "not measured: ffmpeg is missing" }];
  }
  const tools = createFfmpegTools(found, startToolHost());
  const folder = await mkdtemp(join(tmpdir(), "bench-video-"));
  try {
    return await measure(tools, folder);
  } finally {
    await tools.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(tools: Tools, folder: string): Promise<Figure[]> {
  const stood = join(folder, "event-loop");
  const openai = await startFakeOpenAi();
  const subject = await startSubject(0, {
    PATH: process.env["PATH"] ?? "",
    OPENAI_API_KEY: openai.apiKey,
    OPENAI_BASE_URL: openai.url,
    NODE_OPTIONS: `--import ${WATCH}`,
    EVENT_LOOP_FILE: stood,
  });
  try {
    const paths = await Promise.all(
      Array.from({ length: ROUNDS + 1 + AT_ONCE }, (_, index) => makeVideo(folder, index)),
    );
    const requests = await Promise.all(paths.map(requestOf));
    const ratios: number[] = [];
    for (const [round, request] of requests.slice(0, ROUNDS + 1).entries()) {
      const bare = await bareFfmpeg(tools, paths[round] ?? "", folder);
      const whole = await timedCaption(subject.visitor, request);
      // The first round pays for what is loaded once.
      if (round > 0) ratios.push(whole / bare);
    }
    subject.signal("SIGUSR2");
    const four = requests.slice(ROUNDS + 1);
    await Promise.all(four.map((request) => timedCaption(subject.visitor, request)));
    const { pause, busiest } = JSON.parse(await readFile(stood, "utf8"));
    return [
      {
        what: `${SECONDS} s of 1080p, request to caption, against ffmpeg alone, median of ${ROUNDS}`,
        goal: "<= 1.3 times",
        seen: `${median(ratios).toFixed(2)} times`,
      },
      {
        what: `the event loop's longest pause while ${AT_ONCE} videos are in work`,
        goal: "<= 50 ms",
        seen: `${milliseconds(pause)}, of which the API itself worked at most ${milliseconds(busiest)}`,
      },
    ];
  } finally {
    await subject.stop();
    await openai.close();
  }
}

/** Shots of moving patterns, no two videos alike, with a tone. */
function makeVideo(folder: string, number: number): Promise<string> {
  const length = SECONDS / SHOTS;
  const shots = Array.from(
    { length: SHOTS },
    (_, shot) => `${PICTURES.pattern(length)},scale=1920:1080,hue=h=${shot * 60 + number * 7}`,
  );
  return makeMedia(folder, `video-${number}.mp4`, {
    shots,
    sounds: [SOUNDS.tone(SECONDS)],
    options: ["-preset", "ultrafast"],
  });
}

async function requestOf(path: string): Promise<CaptionRequest> {
  const bytes = new Uint8Array(await readFile(path));
  return captionRequest({ bytes, name: "video.mp4", type: "video/mp4" });
}

/** What the same pictures and the same sound take, in milliseconds. */
async function bareFfmpeg(tools: Tools, path: string, folder: string): Promise<number> {
  const work = { folder, signal: new AbortController().signal, maxSeconds: 2 * SECONDS };
  const started = performance.now();
  const facts = await tools.inspect(path, "video/mp4", work.signal);
  await Promise.all([tools.frames(path, facts, MOST_FRAMES, work), tools.sound(path, facts, work)]);
  return performance.now() - started;
}
