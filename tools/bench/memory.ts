import type { Figure } from "./figure.ts";
import { megabytes } from "./figure.ts";
import { noisyPhoto } from "./photos.ts";
import { captionRequest, timedCaption } from "./request.ts";
import { startSubject } from "./subject.ts";

const CAPTIONS = 500;

/** The API's resident memory after many captions. */
export async function measureMemory(): Promise<Figure[]> {
  const subject = await startSubject(0);
  try {
    const halfway = await rssAfter(CAPTIONS / 2);
    const atTheEnd = await rssAfter(CAPTIONS / 2);
    return [
      {
        what: `memory after ${CAPTIONS} captions (after half of them)`,
        goal: "<= 400 MB, flat",
        seen: `${megabytes(atTheEnd)} (${megabytes(halfway)})`,
      },
    ];
  } finally {
    await subject.stop();
  }

  async function rssAfter(count: number) {
    for (let done = 0; done < count; done += 4) {
      const four = await Promise.all(Array.from({ length: 4 }, () => noisyPhoto(1_600, 1_200)));
      const captions = four.map(async (photo) =>
        timedCaption(subject.visitor, await captionRequest(photo)),
      );
      await Promise.all(captions);
    }
    return subject.rss();
  }
}
