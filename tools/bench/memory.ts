import { randomBytes } from "node:crypto";
import type { Figure } from "./figure.ts";
import { megabytes } from "./figure.ts";
import { noisyPhoto } from "./photos.ts";
import { captionRequest, timedCaption } from "./request.ts";
import { startSubject } from "./subject.ts";

const CAPTIONS = 500;
const UPLOAD_BYTES = 20 * 1024 * 1024;

/** The API's resident memory: after many captions, and while a large file is sent. */
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
      {
        what: "memory added while 20 MB are uploaded",
        goal: "<= 32 MB",
        seen: megabytes(await addedByUpload()),
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

  async function addedByUpload() {
    const { bytes: head } = await noisyPhoto(64, 64);
    const bytes = Buffer.concat([head, randomBytes(UPLOAD_BYTES - head.length)]);
    const declared = { name: "large.jpg", type: "image/jpeg", bytes: bytes.length };
    const response = await subject.visitor.postJson("/uploads", declared);
    const { target } = (await response.json()) as {
      target: { url: string; headers: Record<string, string> };
    };
    const before = await subject.rss();
    let most = before;
    const watch = setInterval(async () => {
      most = Math.max(most, await subject.rss());
    }, 5);
    const { url, headers } = target;
    await subject.visitor.send(url.replace(/^\/api/u, ""), { method: "PUT", headers, body: bytes });
    clearInterval(watch);
    return Math.max(most, await subject.rss()) - before;
  }
}
