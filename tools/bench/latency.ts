import type { Figure } from "./figure.ts";
import { median, milliseconds } from "./figure.ts";
import { noisyPhoto } from "./photos.ts";
import { captionRequest, timedCaption } from "./request.ts";
import { startSubject } from "./subject.ts";

const ROUNDS = 15;

/** From the request's start to the caption: a new 12-megapixel photo, and the same one again. */
export async function measureLatency(): Promise<Figure[]> {
  const subject = await startSubject(0);
  const fresh: number[] = [];
  const repeated: number[] = [];
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const photo = await captionRequest(await noisyPhoto(4_000, 3_000));
      const first = await timedCaption(subject.visitor, photo);
      const second = await timedCaption(subject.visitor, photo);
      // The first round pays for what is loaded once.
      if (round === 0) continue;
      fresh.push(first);
      repeated.push(second);
    }
  } finally {
    await subject.stop();
  }
  return [
    {
      what: "12-megapixel JPEG, request to caption, median",
      goal: "<= 250 ms",
      seen: milliseconds(median(fresh)),
    },
    {
      what: "the same photo and options again, median",
      goal: "<= 15 ms",
      seen: milliseconds(median(repeated)),
    },
  ];
}
