import type { Figure } from "./figure.ts";
import { median } from "./figure.ts";
import { noisyPhoto } from "./photos.ts";
import { captionRequest, timedCaption } from "./request.ts";
import type { Subject } from "./subject.ts";
import { startSubject } from "./subject.ts";

const AT_ONCE = 64;
const ROUNDS = 3;

interface Size {
  readonly what: string;
  readonly width: number;
  readonly height: number;
  readonly goal: string;
}

/** The larger ones show what decoding adds: it keeps every core busy, whoever waits for what. */
const SIZES: readonly Size[] = [
  { what: "photos as chats send them (1,024 x 768)", width: 1_024, height: 768, goal: "<= 3 s" },
  { what: "photos of 2 megapixels", width: 1_600, height: 1_200, goal: "none" },
];

/** Many captions at once against a model that takes a second: they must not wait for one another. */
export async function measureThroughput(): Promise<Figure[]> {
  const subject = await startSubject(1_000);
  const figures: Figure[] = [];
  try {
    for (const size of SIZES) {
      await many(subject, size, 1);
      const seconds: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        seconds.push((await many(subject, size, AT_ONCE)) / 1_000);
      }
      figures.push({
        what: `${AT_ONCE} ${size.what} at once, model takes 1 s, median of ${ROUNDS}`,
        goal: size.goal,
        seen: `${median(seconds).toFixed(2)} s`,
      });
    }
  } finally {
    await subject.stop();
  }
  return figures;
}

/** Milliseconds from the first request to the last caption. */
async function many({ visitor }: Subject, { width, height }: Size, count: number) {
  const requests = await Promise.all(
    Array.from({ length: count }, async () => captionRequest(await noisyPhoto(width, height))),
  );
  const started = performance.now();
  await Promise.all(requests.map((request) => timedCaption(visitor, request)));
  return performance.now() - started;
}
