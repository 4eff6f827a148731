import { setTimeout as wait } from "node:timers/promises";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import type { CaptionsRepository } from "../ports/captions-repository.ts";
import type { Steps } from "../ports/records.ts";
import type { Bill } from "../ports/spending-ledger.ts";
import { keptPieces } from "./kept-pieces.ts";

const log = pino({ level: "silent" });
const USAGE = { seconds: 60, calls: 1, costUsd: 0.006 };

const CAPTION = { id: "cap_1", sessionId: "ses_1" };
const now = () => new Date("2026-11-28T23:59:59Z");
const deps = (captions: CaptionsRepository) => ({ captions, log, now });

/** A repository that stores steps, the later the shorter they are. */
function storing() {
  const stored: Steps[] = [];
  const keepStep = async (_: string, step: Steps) => {
    await wait(20 - 5 * Object.keys(step.pieces ?? {}).length);
    stored.push(step);
  };
  return { stored, captions: { keepStep } as unknown as CaptionsRepository };
}

describe("keptPieces", () => {
  it("has what was kept before, and what was kept since", async () => {
    const { captions } = storing();
    const kept = keptPieces(
      deps(captions),
      { ...CAPTION, steps: { pieces: { a: 1 } } },
      new AbortController().signal,
    );
    await kept.keep("b", { text: "Hello" }, USAGE);
    expect([kept.get("a"), kept.get("b"), kept.get("c")]).toEqual([
      1,
      { text: "Hello" },
      undefined,
    ]);
  });

  it("stores all there is last, however long each takes", async () => {
    const { captions, stored } = storing();
    const kept = keptPieces(
      deps(captions),
      { ...CAPTION, steps: {} },
      new AbortController().signal,
    );
    await Promise.all(["a", "b", "c"].map((key) => kept.keep(key, { key }, USAGE)));
    expect(stored.at(-1)?.pieces).toEqual({ a: { key: "a" }, b: { key: "b" }, c: { key: "c" } });
  });

  it("knows what all of them took, those from before included", async () => {
    const { captions, stored } = storing();
    const steps = { pieces: { a: 1 }, piecesSpent: USAGE };
    const kept = keptPieces(deps(captions), { ...CAPTION, steps }, new AbortController().signal);
    await kept.keep("b", {}, USAGE);
    expect(kept.spent()).toEqual({ seconds: 120, calls: 2, costUsd: 0.012 });
    expect(stored.at(-1)?.piecesSpent).toEqual(kept.spent());
    expect(
      keptPieces(deps(captions), { ...CAPTION, steps: {} }, new AbortController().signal).spent(),
    ).toBeUndefined();
  });

  it("took nothing where all was heard, and put down, before", () => {
    const { captions } = storing();
    const kept = keptPieces(
      deps(captions),
      { ...CAPTION, steps: { pieces: { a: 1 } } },
      new AbortController().signal,
    );
    expect(kept.spent()).toBeUndefined();
    kept.get("b");
    expect(kept.spent()).toBeUndefined();
    kept.get("a");
    expect(kept.spent()).toEqual({ seconds: 0, calls: 0, costUsd: 0 });
  });

  it("gives along with each piece the bill for what was not stored before", async () => {
    const bills: (Bill | undefined)[] = [];
    const keepStep = async (_id: string, _step: Steps, bill?: Bill) => {
      bills.push(bill);
      if (bills.length === 1) throw new Error("away");
    };
    const kept = keptPieces(
      deps({ keepStep } as unknown as CaptionsRepository),
      { ...CAPTION, steps: { piecesSpent: USAGE } },
      new AbortController().signal,
    );
    for (const key of ["a", "b", "c"]) await kept.keep(key, {}, USAGE);
    expect(bills).toMatchObject([
      { sessionId: "ses_1", day: "2026-11-28", usd: 0.006 },
      { usd: 0.012 },
      { usd: expect.closeTo(0.006, 10) },
    ]);
    expect(new Set(bills.map((bill) => bill?.key)).size).toBe(3);
  });

  it("goes on where it cannot store", async () => {
    const keepStep = async () => {
      throw new Error("away");
    };
    const captions = { keepStep } as unknown as CaptionsRepository;
    const kept = keptPieces(
      deps(captions),
      { ...CAPTION, steps: {} },
      new AbortController().signal,
    );
    await kept.keep("a", { text: "Hello" }, USAGE);
    expect(kept.get("a")).toEqual({ text: "Hello" });
  });
});
