import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { newSessionId } from "../../ids/ids.ts";
import { makeCaption, makeOutcome, makeUpload, toCreate } from "../make-records.ts";
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

    it("adds up what captions cost, for their session and for all", async () => {
      const [day, sessionId, other] = [aDay(), newSessionId(), newSessionId()];
      for (const [of, usd] of [
        [sessionId, 0.25],
        [sessionId, 0.5],
        [other, 1],
      ] as const) {
        const { id } = await storeCaption();
        await captions().keepOutcome(id, makeOutcome(), { sessionId: of, day, usd });
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
      await captions().keepOutcome(id, makeOutcome(), { sessionId, day, usd: 0.5 });
      await captions().remove(id);
      expect(await tested().ledger.spent({ sessionId, day })).toMatchObject({ session: 0.5 });
    });

    it("puts down what was spent on a caption that was cancelled meanwhile", async () => {
      const [day, { id, caption }] = [aDay(), await storeCaption()];
      const { sessionId } = caption;
      const put = { sessionId, day, usd: 0.25, usdIfLate: 0 };
      expect(await captions().cancel(id, PROBLEM, put)).toBe(true);
      // What comes after that says itself what of it is new.
      expect(await captions().cancel(id, PROBLEM, put)).toBe(false);
      const late = { sessionId, day, usd: 0.75, usdIfLate: 0.5 };
      expect(await captions().keepOutcome(id, makeOutcome(), late)).toBe(false);
      expect(await tested().ledger.spent({ sessionId, day })).toMatchObject({ session: 0.75 });
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

const INTERRUPTED = {
  type: "urn:caption-generator:problem:interrupted",
  title: "The work was interrupted",
  status: 503,
  detail: "The work on this caption was interrupted too often.",
  code: "interrupted",
  retryable: true,
} as const;

const PROBLEM = {
  type: "urn:caption-generator:problem:caption_cancelled",
  title: "The caption was cancelled",
  status: 409,
  detail: "This caption was cancelled.",
  code: "caption_cancelled",
  retryable: false,
} as const;
