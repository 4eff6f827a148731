import { setTimeout as wait } from "node:timers/promises";
import type { Crowd } from "./crowd.ts";
import { sendPhotos, untilFinished } from "./crowd.ts";
import type { Finding } from "./finding.ts";
import { finding } from "./finding.ts";
import type { Fleet } from "./fleet.ts";
import { startFleet } from "./fleet.ts";

const WITHIN_MS = 180_000;

/** Something that goes wrong while photos arrive, and is well again when it settles. */
export interface Trouble {
  readonly what: string;
  befall(fleet: Fleet): Promise<void>;
}

export const TROUBLES: Readonly<Record<string, Trouble>> = {
  redis: {
    what: "Redis ends and is started again",
    async befall({ redis }) {
      await redis.kill();
      await wait(3_000);
      await redis.resume();
    },
  },
  postgres: {
    what: "Postgres is restarted",
    async befall({ postgres }) {
      await postgres.halt();
      await wait(2_000);
      await postgres.resume();
    },
  },
  store: {
    what: "S3 answers 503 for 10 s",
    async befall({ store }) {
      store.away(true);
      await wait(10_000);
      store.away(false);
    },
  },
};

/** Lets one server fail while a crowd sends photos: none that was accepted is lost, and no answer is a 500. */
export async function loseServer({ what, befall }: Trouble, jobs: number): Promise<Finding[]> {
  const fleet = await startFleet({ apis: 2, workers: 2, modelMs: 500 });
  try {
    const sending = sendPhotos(fleet, jobs);
    await wait(1_000);
    await befall(fleet);
    const crowd = await sending;
    return await judge(fleet, what, crowd);
  } finally {
    await fleet.stop();
  }
}

/** Three of ten calls of the model fail, in all the ways in which a busy one does. */
export async function failingModel(jobs: number): Promise<Finding[]> {
  const fleet = await startFleet({ apis: 1, workers: 2, modelMs: 200 });
  const faults = [
    { kind: "error", status: 503 },
    { kind: "error", status: 500 },
    { kind: "rateLimit", retryDelay: "1s" },
    { kind: "reset" },
    { kind: "cutOff" },
  ] as const;
  fleet.gemini.script(
    ...Array.from({ length: jobs * 10 }, (_, index) =>
      Math.random() < 0.3
        ? (faults[index % faults.length] ?? faults[0])
        : { kind: "answer" as const },
    ),
  );
  try {
    const crowd = await sendPhotos(fleet, jobs);
    return await judge(fleet, "the model fails three times in ten", crowd);
  } finally {
    await fleet.stop();
  }
}

async function judge(fleet: Fleet, what: string, { ids, refusals }: Crowd): Promise<Finding[]> {
  const states = await untilFinished(fleet, ids, WITHIN_MS);
  const done = states["done"] ?? 0;
  const told = [...refusals].map(([status, count]) => `${count} times ${status}`).join(", ");
  return [
    finding(`${what}: captions done`, `${ids.length}`, JSON.stringify(states), done === ids.length),
    finding(
      `${what}: refusals that a client was told`,
      "none of 500",
      told === "" ? "none" : told,
      !refusals.has(500),
    ),
  ];
}
