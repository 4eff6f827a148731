import type { TestSpecification } from "vitest/node";
import { BaseSequencer } from "vitest/node";

/**
 * Minutes each, most of them spent waiting. Begun last, one of them would keep a worker busy for as long after
 * all others are idle; Vitest itself knows how long a file takes only where it has run before.
 */
const SLOWEST = [
  "tools/chaos/test/chaos.test.ts",
  "apps/api/test/a-long-talk.test.ts",
  "apps/api/test/a-model-that-is-away.test.ts",
  "apps/api/test/dead-letters.test.ts",
];

function place({ moduleId }: TestSpecification): number {
  const place = SLOWEST.findIndex((path) => moduleId.endsWith(path));
  return place === -1 ? SLOWEST.length : place;
}

/** Vitest's own order, but for what takes longest, which comes first. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => place(a) - place(b));
  }
}
