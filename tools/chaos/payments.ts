import type { ServedRequest } from "../../apps/api/src/testing/fake-gemini/routes.ts";

/** How many answers about each photo arrived at somebody, beyond the first. */
export function paidAgain(requests: readonly ServedRequest[]): number {
  const answers = new Map<string, number>();
  for (const { pictures, answered } of requests) {
    const [picture] = pictures;
    if (picture === undefined || !answered) continue;
    answers.set(picture.sha256, (answers.get(picture.sha256) ?? 0) + 1);
  }
  return [...answers.values()].reduce((sum, count) => sum + count - 1, 0);
}
