import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SharedState } from "../../ports/shared-state.ts";

const LONG_MS = 60_000;

interface Opened {
  readonly state: SharedState;
  /** The same values, as another process has them. */
  readonly other: SharedState;
  close(): Promise<void>;
}

/** What every place for shared values must do. */
export function sharedStateContract(name: string, open: () => Promise<Opened>): void {
  describe(`${name} as a place for shared values`, () => {
    let opened: Opened;
    let key: string;
    beforeEach(async () => {
      opened = await open();
      key = randomUUID();
    });
    afterEach(() => opened.close());

    const increment = (value: string | undefined) => {
      const result = Number(value ?? 0) + 1;
      return { value: String(result), result };
    };
    const read = (value: string | undefined) => ({ value, result: value });

    it("has nothing at first, then what was put there", async () => {
      const { state, other } = opened;
      expect(await state.change(key, read, LONG_MS)).toBeUndefined();
      expect(await state.change(key, increment, LONG_MS)).toBe(1);
      expect(await other.change(key, read, LONG_MS)).toBe("1");
      expect(await state.change(`${key} too`, read, LONG_MS)).toBeUndefined();
    });

    it("loses no change of many at once", async () => {
      const { state, other } = opened;
      const results = await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          (index % 2 === 0 ? state : other).change(key, increment, LONG_MS),
        ),
      );
      const all = Array.from({ length: 40 }, (_, index) => index + 1);
      expect(results.toSorted((a, b) => a - b)).toEqual(all);
    });

    it("deletes what is to be nothing", async () => {
      const { state } = opened;
      await state.change(key, increment, LONG_MS);
      await state.change(key, () => ({ value: undefined, result: undefined }), LONG_MS);
      expect(await state.change(key, read, LONG_MS)).toBeUndefined();
    });

    it("forgets what was not changed for long enough", async () => {
      const { state } = opened;
      await state.change(key, increment, 50);
      await wait(120);
      expect(await state.change(key, read, LONG_MS)).toBeUndefined();
    });
  });
}
