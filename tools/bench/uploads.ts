import { randomBytes } from "node:crypto";
import { has } from "../../apps/api/src/testing/capabilities.ts";
import type { LargeFile } from "../../apps/api/src/testing/send-parts.ts";
import { allParts, declareParts, sendParts } from "../../apps/api/src/testing/send-parts.ts";
import { MEDIA_DEFAULTS, PARTS } from "../../packages/schema/src/index.ts";
import type { Figure } from "./figure.ts";
import { megabytes } from "./figure.ts";
import { noisyPhoto } from "./photos.ts";
import { captionRequest, timedCaption } from "./request.ts";
import type { Subject } from "./subject.ts";
import { startSubject } from "./subject.ts";

/** As many parts as the page sends at once. */
const AT_ONCE = 3;

/** The API's resident memory while files are sent: the largest that go whole, and the largest there are. */
export async function measureUploads(): Promise<Figure[]> {
  const whole = await addedBy(sendWhole);
  const inParts = has("ffmpeg")
    ? await addedBy(sendInParts)
    : "not measured. apt-get install ffmpeg";
  return [
    { what: "memory added while 16 MB are uploaded", goal: "<= 32 MB", seen: whole },
    {
      what: "memory added while 500 MB are uploaded in parts and put together",
      goal: "<= 64 MB",
      seen: inParts,
    },
  ];
}

/** The first requests load code and open the database's files, which is not what is asked for. */
async function warmUp({ visitor }: Subject): Promise<void> {
  for (let done = 0; done < 20; done += 1) {
    await timedCaption(visitor, await captionRequest(await noisyPhoto(1_600, 1_200)));
  }
}

/** How much memory some work adds to an API that has done nothing like it before. */
async function addedBy(work: (subject: Subject) => Promise<void>): Promise<string> {
  const subject = await startSubject(0);
  try {
    await warmUp(subject);
    const before = await subject.rss();
    let most = before;
    const watch = setInterval(async () => {
      most = Math.max(most, await subject.rss());
    }, 5);
    await work(subject);
    clearInterval(watch);
    return megabytes(Math.max(most, await subject.rss()) - before);
  } finally {
    await subject.stop();
  }
}

async function sendWhole({ visitor }: Subject): Promise<void> {
  const { bytes: head } = await noisyPhoto(64, 64);
  const bytes = Buffer.concat([head, randomBytes(PARTS.above - head.length)]);
  const declared = { name: "large.jpg", type: "image/jpeg", bytes: bytes.length };
  const response = await visitor.postJson("/uploads", declared);
  const { target } = (await response.json()) as {
    target: { url: string; headers: Record<string, string> };
  };
  const { url, headers } = target;
  await visitor.send(url.replace(/^\/api/u, ""), { method: "PUT", headers, body: bytes });
}

/** The head of an MP4 file: enough to be taken for one. */
const FILE_TYPE_BOX = Buffer.from("\0\0\0\x18ftypisom\0\0\x02\0isommp42", "latin1");

async function sendInParts({ visitor }: Subject): Promise<void> {
  const [head, part] = [FILE_TYPE_BOX, randomBytes(PARTS.bytes)];
  const count = Math.ceil(MEDIA_DEFAULTS.maxBytes / part.length);
  const rest = Array.from({ length: count }, () => part);
  const content = new Blob([head, ...rest]).slice(0, MEDIA_DEFAULTS.maxBytes);
  const file: LargeFile = { name: "large.mp4", type: "video/mp4", content };
  const declared = await declareParts(visitor, file);
  const numbers = allParts(declared);
  const lanes = Array.from({ length: AT_ONCE }, (_, lane) =>
    numbers.filter((number) => number % AT_ONCE === lane),
  );
  await Promise.all(lanes.map((lane) => sendParts(visitor, declared, { file, numbers: lane })));
  const { status } = await visitor.postJson(`/uploads/${declared.upload.id}/complete`, {});
  if (status !== 200) throw new Error(`The upload was not completed: ${status}.`);
}
