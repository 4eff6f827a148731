import { quantile } from "./figure.ts";

export interface Crowd {
  /** Requests under way at once. */
  readonly atOnce: number;
  readonly seconds: number;
}

export interface CrowdFigures {
  readonly perSecond: number;
  /** Of single answers, in milliseconds. */
  readonly median: number;
  readonly p99: number;
}

/** What two that are measured in turns came to. */
export interface Round {
  readonly ours: CrowdFigures;
  readonly theirs: CrowdFigures;
}

/** Keeps so many requests under way for so long, each with the next number; counts those that were answered. */
export async function measureCrowd(
  { atOnce, seconds }: Crowd,
  send: (number: number) => Promise<void>,
): Promise<CrowdFigures> {
  const times: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1_000;
  let number = 0;
  async function goOn(): Promise<void> {
    while (performance.now() < end) {
      number += 1;
      const begun = performance.now();
      await send(number);
      times.push(performance.now() - begun);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, goOn));
  return {
    perSecond: times.length / ((performance.now() - started) / 1_000),
    median: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}
