import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { newSessionId } from "../../ids/ids.ts";
import type { Steps } from "../../ports/records.ts";
import type { Bill } from "../../ports/spending-ledger.ts";
import { INTERRUPTED, makeCaption, makeOutcome, makeUpload, toCreate } from "../make-records.ts";
import type { RepositoriesUnderTest } from "./repositories.ts";
import { useRepositories } from "./repositories.ts";

/** What is spent and what may be, whatever database that is in. Each test has a day of its own. */
export function spendingLedgerContract(name: string, open: () => Promise<RepositoriesUnderTest>) {
  describe(`${name} as a ledger of what is spent`, () => {
    const { tested, storeUpload, storeCaption } = useRepositories(open);
    const captions = () => tested().captions;
    let days = 0;
    const aDay = () => {
      days += 1;
      return `2026-01-${String(days).padStart(2, "0")}`;
    };

    const spentOn = async (day: string, sessionId: string) =>
      (await tested().ledger.spent({ sessionId, day })).session;

    it("adds up what captions cost, for their session and for all", async () => {
      const [day, sessionId, other] = [aDay(), newSessionId(), newSessionId()];
      for (const [of, usd] of [
        [sessionId, 0.25],
        [sessionId, 0.5],
        [other, 1],
      ] as const) {
        const { id } = await storeCaption();
        await captions().keepOutcome(id, makeOutcome(), aBill(of, day, usd));
      }
      expect(await tested().ledger.spent({ sessionId, day })).toEqual({
        installation: 1.75,
        session: 0.75,
      });
      expect(await tested().ledger.spent({ sessionId, day: aDay() })).toEqual({
        installation: 0,
        session: 0,
      });
    });

    it("keeps what was spent on a caption that is removed", async () => {
      const [day, { id, caption }] = [aDay(), await storeCaption()];
      const { sessionId } = caption;
      await captions().keepOutcome(id, makeOutcome(), aBill(sessionId, day, 0.5));
      await captions().remove(id);
      expect(await tested().ledger.spent({ sessionId, day })).toMatchObject({ session: 0.5 });
    });

    it("puts down what was spent on a caption that was cancelled meanwhile", async () => {
      const [day, { id, caption }] = [aDay(), await storeCaption()];
      const { sessionId } = caption;
      await captions().keepStep(id, heardFor(0.25), aBill(sessionId, day, 0.25));
      expect(await spentOn(day, sessionId)).toBe(0);
      expect(await captions().cancel(id, PROBLEM, aBill(sessionId, day))).toBe(true);
      expect(await captions().cancel(id, PROBLEM, aBill(sessionId, day))).toBe(false);
      expect(await spentOn(day, sessionId)).toBe(0.25);
      // What comes after that says itself what of it is new.
      const late = aBill(sessionId, day, 0.5);
      expect(await captions().keepOutcome(id, makeOutcome(), late)).toBe(false);
      expect(await spentOn(day, sessionId)).toBe(0.75);
    });

    it("misses nothing of what is kept while its caption is cancelled", async () => {
      const [day, sessionId] = [aDay(), newSessionId()];
      for (let round = 0; round < 10; round += 1) {
        const { id } = await storeCaption();
        await Promise.all([
          captions().keepStep(id, heardFor(0.25), aBill(sessionId, day, 0.25)),
          captions().cancel(id, PROBLEM, aBill(sessionId, day)),
        ]);
      }
      expect(await spentOn(day, sessionId)).toBe(2.5);
    });

    it("puts down a step that comes too late to be kept, whatever became of its caption", async () => {
      const [day, sessionId] = [aDay(), newSessionId()];
      const [cancelled, decided, removed] = await Promise.all([1, 2, 3].map(() => storeCaption()));
      await captions().cancel(cancelled?.id ?? "", PROBLEM);
      await captions().keepOutcome(decided?.id ?? "", makeOutcome());
      await captions().remove(removed?.id ?? "");
      for (const { id = "" } of [cancelled, decided, removed].map((each) => ({ id: each?.id }))) {
        await captions().keepStep(id, heardFor(0.25), aBill(sessionId, day, 0.25));
      }
      expect(await spentOn(day, sessionId)).toBe(0.75);
    });

    it("puts a bill down once, however often it is stored, in time or too late", async () => {
      const [day, sessionId] = [aDay(), newSessionId()];
      const [inTime, late] = await Promise.all([storeCaption(), storeCaption()]);
      await captions().keepStep(inTime.id, heardFor(0.25));
      const written = aBill(sessionId, day, 0.5);
      expect(await captions().keepOutcome(inTime.id, makeOutcome(), written)).toBe(true);
      // As after a commit whose answer was lost.
      await captions().keepOutcome(inTime.id, makeOutcome(), written);
      expect(await spentOn(day, sessionId)).toBe(0.75);
      await captions().cancel(inTime.id, PROBLEM, aBill(sessionId, day));
      expect(await spentOn(day, sessionId)).toBe(0.75);

      await captions().cancel(late.id, PROBLEM);
      const step = aBill(sessionId, day, 1);
      for (let time = 0; time < 3; time += 1) {
        await captions().keepStep(late.id, heardFor(1), step);
      }
      expect(await spentOn(day, sessionId)).toBe(1.75);
    });

    it("forgets what was spent before a day", async () => {
      const sessionId = newSessionId();
      const days = ["1999-12-30", "1999-12-31", "2000-01-01"] as const;
      for (const day of days) {
        const { id } = await storeCaption();
        await captions().keepOutcome(id, makeOutcome(), aBill(sessionId, day, 0.25));
      }
      expect(await tested().ledger.forgetBefore("2000-01-01")).toBe(2);
      expect(await Promise.all(days.map((day) => spentOn(day, sessionId)))).toEqual([0, 0, 0.25]);
      expect(await tested().ledger.forgetBefore("2000-01-01")).toBe(0);
    });

    it("counts what is expected of captions until they have their outcome", async () => {
      const upload = makeUpload();
      await tested().uploads.insert(upload);
      const caption = makeCaption(upload, { expectedUsd: 0.5 });
      await captions().create(toCreate(caption));
      const { sessionId } = upload;
      expect(await tested().ledger.underWay(sessionId)).toMatchObject({ session: 0.5 });
      expect(await tested().ledger.underWay(newSessionId())).toMatchObject({ session: 0 });
      await captions().keepOutcome(caption.id, makeOutcome());
      expect(await tested().ledger.underWay(sessionId)).toMatchObject({ session: 0 });
    });

    it("lets as many captions in as the budget has room for, of many that come at once", async () => {
      const [day, sessionId] = [aDay(), newSessionId()];
      const uploads = await Promise.all(
        Array.from({ length: 10 }, () => storeUpload({ sessionId })),
      );
      const budget = { budget: { sessionUsd: 0.35 }, day };
      const outcomes = await Promise.all(
        uploads.map((upload) =>
          captions().create({ ...toCreate(makeCaption(upload, { expectedUsd: 0.1 })), budget }),
        ),
      );
      expect(outcomes.filter(({ kind }) => kind === "created")).toHaveLength(3);
      const refused = outcomes.filter(({ kind }) => kind !== "created");
      expect(refused).toEqual(Array(7).fill({ kind: "over_budget", part: "session" }));
      const states = await Promise.all(uploads.map(({ id }) => tested().uploads.find(id)));
      // What was refused may come again tomorrow.
      expect(states.filter((upload) => upload?.state === "uploaded")).toHaveLength(7);
    });

    it("lets as many interrupted captions be tried again as the budget has room for", async () => {
      const [day, sessionId] = [aDay(), newSessionId()];
      const interrupted = await Promise.all(
        Array.from({ length: 5 }, async () => {
          const caption = makeCaption(await storeUpload({ sessionId }), { expectedUsd: 0.1 });
          await captions().create(toCreate(caption));
          await captions().keepOutcome(caption.id, { problem: INTERRUPTED });
          await captions().finish(caption.id);
          return caption.id;
        }),
      );
      const budget = { budget: { sessionUsd: 0.25 }, day };
      const outcomes = await Promise.all(
        interrupted.map((id) =>
          captions().retry(id, { jobId: randomUUID(), lane: "photo", budget }),
        ),
      );
      const kinds = outcomes.map(({ kind }) => kind).sort();
      expect(kinds).toEqual(["over_budget", "over_budget", "over_budget", "retried", "retried"]);
      const [refused = ""] = interrupted.filter((_, at) => outcomes[at]?.kind === "over_budget");
      expect((await captions().find(refused))?.caption).toMatchObject({ state: "failed" });
      const [retried = ""] = interrupted.filter((_, at) => outcomes[at]?.kind === "retried");
      // It is under way already: no question of money.
      expect(
        await captions().retry(retried, { jobId: randomUUID(), lane: "photo", budget }),
      ).toEqual({ kind: "not_retryable" });
    });

    it("does not refuse what costs nothing", async () => {
      const upload = await storeUpload();
      const budget = { budget: { sessionUsd: 0.01 }, day: aDay() };
      const caption = makeCaption(upload, { expectedUsd: 0 });
      expect(await captions().create({ ...toCreate(caption), budget })).toEqual({
        kind: "created",
      });
    });
  });
}

const aBill = (sessionId: string, day: string, usd = 0): Bill => ({
  key: randomUUID(),
  sessionId,
  day,
  usd,
});

/** A step that cost so much. */
const heardFor = (costUsd: number): Steps => ({
  heard: {
    hearing: { state: "silent", detail: "Nothing." },
    spent: { transcription: { seconds: 60, calls: 1, costUsd } },
  },
});

const PROBLEM = {
  type: "urn:caption-generator:problem:caption_cancelled",
  title: "The caption was cancelled",
  status: 409,
  detail: "This caption was cancelled.",
  code: "caption_cancelled",
  retryable: false,
} as const;
