import type { Lane } from "../../ports/job-queue.ts";

/** A queue for each lane, so that a photo never waits behind videos. The first one has its name from before. */
export const QUEUES: Readonly<Record<Lane, string>> = {
  photo: "captions",
  video: "captions-video",
};

/** Where jobs of either end up that were tried too often. */
export const DEAD_QUEUE = "captions-dead";

export const LANES = Object.keys(QUEUES) as Lane[];
