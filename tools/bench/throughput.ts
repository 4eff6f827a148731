import type { Figure } from "./figure.ts";
import { median } from "./figure.ts";
import { noisyPhoto } from "./photos.ts";
import { timedCaption } from "./request.ts";
import { startSubject } from "./subject.ts";

const AT_ONCE = 64;
const ROUNDS = 3;

/** Many captions at once against a model that takes a second: they must not wait for one another. */
export async function measureThroughput(): Promise<Figure[]> {
  const subject = await startSubject(1_000);
  const rounds: number[] = [];
  try {
    await timedCaption(subject.visitor, await noisyPhoto(1_600, 1_200));
    for (let round = 0; round < ROUNDS; round += 1) {
      const photos = await Promise.all(
        Array.from({ length: AT_ONCE }, () => noisyPhoto(1_600, 1_200)),
      );
      const started = performance.now();
      await Promise.all(photos.map((photo) => timedCaption(subject.visitor, photo)));
      rounds.push(performance.now() - started);
    }
  } finally {
    await subject.stop();
  }
  return [
    {
      what: `${AT_ONCE} photos of 2 megapixels at once, model takes 1 s, median of ${ROUNDS}`,
      goal: "<= 3 s",
      seen: `${(median(rounds) / 1_000).toFixed(2)} s`,
    },
  ];
}
