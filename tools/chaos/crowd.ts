import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { asCaption, createVisitor } from "../../apps/api/src/testing/api-client.ts";
import { makePhoto } from "../../apps/api/src/testing/make-photo.ts";
import type { Fleet } from "./fleet.ts";

/** Requests under way at once: a crowd, and not a flood. */
const AT_ONCE = 8;
const AGAIN_MS = 500;

export interface Crowd {
  /** The captions that were accepted. */
  readonly ids: readonly string[];
  /** How often each status was answered, but for those that accept. */
  readonly refusals: ReadonlyMap<number, number>;
}

/**
 * Sends photos, no two alike, to the APIs in turn. As a program would, it sends again what was refused for
 * the moment or whose connection broke off, with the same key, so that nothing is made twice.
 */
export async function sendPhotos({ apis }: Pick<Fleet, "apis">, count: number): Promise<Crowd> {
  const refusals = new Map<number, number>();
  const run = randomUUID();
  const first = createVisitor(apis[0]?.url() ?? "");
  await first.get("/captions");
  const numbers = Array.from({ length: count }, (_, index) => index);
  const ids: string[] = [];

  async function send(number: number): Promise<void> {
    const photo = await makePhoto();
    for (let tries = 0; ; tries += 1) {
      const url = apis[(number + tries) % apis.length]?.url() ?? "";
      const headers = { "idempotency-key": `${run}-${number}` };
      const answer = await first
        .at(url)
        .caption(photo, {}, headers)
        .catch(() => undefined);
      if (answer?.ok) {
        ids.push((await asCaption(answer)).id);
        return;
      }
      if (answer !== undefined) refusals.set(answer.status, (refusals.get(answer.status) ?? 0) + 1);
      await answer?.body?.cancel();
      await wait(AGAIN_MS);
    }
  }

  async function goOn(): Promise<void> {
    for (let next = numbers.shift(); next !== undefined; next = numbers.shift()) await send(next);
  }
  await Promise.all(Array.from({ length: AT_ONCE }, goOn));
  return { ids, refusals };
}

/**
 * Waits until all captions are finished; returns how many are in each state.
 * @throws Error where they are not within the time
 */
export async function untilFinished(
  { sql }: Pick<Fleet, "sql">,
  ids: readonly string[],
  withinMs: number,
): Promise<Readonly<Record<string, number>>> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const { rows } = await sql.query<{ state: string; count: number }>(
      "SELECT state, count(*)::int FROM captions WHERE id = ANY($1) GROUP BY state",
      [ids],
    );
    const states = Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    const open = (states["queued"] ?? 0) + (states["working"] ?? 0);
    if (open === 0) return states;
    if (performance.now() > deadline)
      throw new Error(`Not finished in time: ${JSON.stringify(states)}`);
    await wait(200);
  }
}
