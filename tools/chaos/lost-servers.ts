import { setTimeout as wait } from "node:timers/promises";
import type { Behaviour } from "../../apps/api/src/testing/fake-gemini/behaviour.ts";
import type { ServedRequest } from "../../apps/api/src/testing/fake-gemini/routes.ts";
import type { Crowd } from "./crowd.ts";
import { sendPhotos, untilFinished } from "./crowd.ts";
import type { Finding } from "./finding.ts";
import { finding } from "./finding.ts";
import type { Fleet } from "./fleet.ts";
import { startFleet } from "./fleet.ts";
import { answersLost } from "./payments.ts";

const WITHIN_MS = 180_000;

/** Something that goes wrong while photos arrive, and is well again when it settles. */
interface Trouble {
  readonly what: string;
  befall(fleet: Fleet): Promise<void>;
}

const TROUBLES: readonly Trouble[] = [
  {
    what: "Redis ends and is started again",
    async befall({ redis }) {
      await redis.kill();
      await wait(3_000);
      await redis.resume();
    },
  },
  {
    what: "Postgres is restarted",
    async befall({ postgres }) {
      await postgres.halt();
      await wait(2_000);
      await postgres.resume();
    },
  },
  {
    what: "S3 answers 503 for 10 s",
    async befall({ store }) {
      store.away(true);
      await wait(10_000);
      store.away(false);
    },
  },
  {
    what: "the model fails three times in ten",
    async befall({ gemini }) {
      gemini.script(...Array.from({ length: CALLS }, faultOrAnswer));
    },
  },
];

/** More calls than there are captions, with all of their tries. */
const CALLS = 1_000;

/** In all the ways in which a busy model fails. */
const FAULTS: readonly Behaviour[] = [
  { kind: "error", status: 503 },
  { kind: "error", status: 500 },
  { kind: "rateLimit", retryDelay: "1s" },
  { kind: "reset" },
  { kind: "cutOff" },
];

function faultOrAnswer(_: unknown, index: number): Behaviour {
  const fault = Math.random() < 0.3 ? FAULTS[index % FAULTS.length] : undefined;
  return fault ?? { kind: "answer" };
}

/** Lets one server after the other fail, and the model at last, while a crowd sends photos: none that was accepted is lost, and no answer is a 500. */
export async function loseServers(jobs: number): Promise<Finding[]> {
  const fleet = await startFleet({ apis: 2, workers: 2, modelMs: 500 });
  const findings: Finding[] = [];
  try {
    for (const { what, befall } of TROUBLES) {
      const before = fleet.gemini.requests.length;
      const sending = sendPhotos(fleet, jobs);
      await wait(1_000);
      await befall(fleet);
      findings.push(...(await judge(fleet, what, await sending)));
      findings.push(judgePayments(what, fleet.gemini.requests.slice(before)));
    }
    return findings;
  } finally {
    await fleet.stop();
  }
}

/** No process dies here, so that no answer may be lost with one. */
function judgePayments(what: string, requests: readonly ServedRequest[]): Finding {
  const again = answersLost(requests);
  return finding(`${what}: answers that were bought again`, "0", `${again}`, again === 0);
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
