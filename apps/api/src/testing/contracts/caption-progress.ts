import { randomUUID } from "node:crypto";
import type { Problem } from "@caption-generator/schema";
import { describe, expect, it } from "vitest";
import { newCaptionId } from "../../ids/ids.ts";
import type { HeardSound, Steps } from "../../ports/records.ts";
import { makeOutcome } from "../make-records.ts";
import type { RepositoriesUnderTest } from "./repositories.ts";
import { useRepositories } from "./repositories.ts";

const PROBLEM: Problem = {
  type: "urn:caption-generator:problem:model_blocked",
  title: "The caption model declined this photo",
  status: 422,
  detail: "The model declined.",
  code: "model_blocked",
  retryable: false,
};

/** How a caption goes through its life, whatever database it is in. */
export function captionProgressContract(name: string, open: () => Promise<RepositoriesUnderTest>) {
  describe(`${name} as a record of captions' progress`, () => {
    const { tested, storeCaption } = useRepositories(open);
    const captions = () => tested().captions;
    const now = async (id: string) => (await captions().find(id))?.caption;
    const events = async (id: string, after = 0) =>
      (await captions().eventsAfter(id, after)).map(({ seq, event }) => [seq, event.type]);

    it("tells every step in order, from any one on", async () => {
      const { id } = await storeCaption();
      expect(await captions().enter(id, "inspecting")).toBe(true);
      await captions().record(id, { type: "retry", detail: "Trying again in 1 s." });
      expect(await captions().enter(id, "captioning")).toBe(true);
      expect(await now(id)).toMatchObject({ state: "working", stage: "captioning", lastSeq: 4 });
      expect(await captions().eventsAfter(id, 1)).toMatchObject([
        { seq: 2, event: { type: "stage", stage: "inspecting" } },
        { seq: 3, event: { type: "retry", detail: "Trying again in 1 s." } },
        { seq: 4, event: { type: "stage", stage: "captioning" } },
      ]);
      expect(await captions().eventsAfter(id, 4)).toEqual([]);
    });

    it("numbers events without a gap, however many come at once", async () => {
      const { id } = await storeCaption();
      const detail = "Trying again.";
      await Promise.all(
        Array.from({ length: 20 }, () => captions().record(id, { type: "retry", detail })),
      );
      const seqs = (await events(id)).map(([seq]) => seq);
      expect(seqs).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
    });

    it("keeps what steps gave, beside each other, until the caption is finished", async () => {
      const { id } = await storeCaption();
      const heard = {
        hearing: { state: "silent", detail: "Nothing." },
        spent: { transcription: { model: "whisper-1", seconds: 3, calls: 1 } },
      } as const;
      const answer = {
        drafts: [],
        altText: "A beach.",
        seen: { description: "A beach." },
        usage: makeOutcome().usage,
      };
      await captions().keepStep(id, { heard });
      await captions().keepStep(id, { answer });
      expect((await now(id))?.steps).toEqual({ heard, answer });
      await captions().keepOutcome(id, makeOutcome());
      await captions().finish(id);
      expect((await now(id))?.steps).toEqual({});
    });

    it("makes an interrupted caption wait again, with its job, while its file is there", async () => {
      const { id, upload } = await storeCaption();
      const job = { jobId: randomUUID(), lane: "photo" } as const;
      expect(await captions().retry(id, job)).toEqual({ kind: "not_retryable" });
      await captions().keepOutcome(id, { problem: { ...PROBLEM, code: "interrupted" } });
      await captions().finish(id);
      expect(await captions().retry(id, job)).toEqual({ kind: "retried" });
      expect(await now(id)).toMatchObject({
        ...{ state: "queued", stage: "queued", problem: null, finishedAt: null },
        jobId: job.jobId,
      });
      expect(await tested().jobs()).toContain(job.jobId);
      expect((await events(id)).at(-1)?.[1]).toBe("stage");

      await captions().keepOutcome(id, { problem: { ...PROBLEM, code: "interrupted" } });
      await captions().finish(id);
      await tested().uploads.markDeleted(upload.id, { at: new Date(), versions: 1, bytes: 1 });
      expect(await captions().retry(id, job)).toEqual({ kind: "not_retryable" });
    });

    it("keeps what was heard of an interrupted caption, as paid for already", async () => {
      const heard: HeardSound = {
        hearing: {
          state: "heard",
          detail: "What is said was written down.",
          transcript: { language: null, segments: [], seconds: 3, model: "whisper-1" },
        },
        spent: { transcription: { seconds: 3, calls: 1 } },
      };
      const pieces = { "0-60": "said" };
      const piecesSpent = { seconds: 60, calls: 2 };
      const cases: readonly (readonly [Steps, unknown])[] = [
        [{ heard, pieces, piecesSpent }, { heard: { ...heard, spent: {} } }],
        [{ pieces, piecesSpent }, { pieces }],
        [{ modelAway: "It is away." }, {}],
      ];
      for (const [steps, left] of cases) {
        const { id } = await storeCaption();
        await captions().keepStep(id, steps);
        await captions().keepOutcome(id, { problem: { ...PROBLEM, code: "interrupted" } });
        await captions().finish(id);
        expect((await now(id))?.steps).toEqual(left);
        await captions().retry(id, { jobId: randomUUID(), lane: "video" });
        expect((await now(id))?.steps).toEqual(left);
      }
    });

    it("does not make a caption wait again that failed for another reason", async () => {
      const { id } = await storeCaption();
      await captions().keepOutcome(id, { problem: PROBLEM });
      await captions().finish(id);
      expect(await captions().retry(id, { jobId: randomUUID(), lane: "photo" })).toEqual({
        kind: "not_retryable",
      });
      expect(await now(id)).toMatchObject({ state: "failed" });
    });

    it("lists what was finished before some time, the oldest first", async () => {
      const at = (iso: string) => ({ state: "done", finishedAt: new Date(iso) }) as const;
      const second = await storeCaption(at("2020-01-02T00:00:00Z"));
      const first = await storeCaption(at("2020-01-01T00:00:00Z"));
      await storeCaption(at("2020-01-03T00:00:00Z"));
      await storeCaption();
      const before = new Date("2020-01-03T00:00:00Z");
      const listed = async (most: number) =>
        (await captions().listFinishedBefore(before, most)).map(({ caption }) => caption.id);
      expect(await listed(10)).toEqual([first.id, second.id]);
      expect(await listed(1)).toEqual([first.id]);
    });

    it("lists what was accepted before some time and is not finished, the oldest first", async () => {
      const at = (iso: string) => ({ createdAt: new Date(iso) });
      const second = await storeCaption(at("2019-01-02T00:00:00Z"));
      const first = await storeCaption(at("2019-01-01T00:00:00Z"));
      const finished = await storeCaption(at("2019-01-01T12:00:00Z"));
      await captions().cancel(finished.id, PROBLEM);
      await storeCaption(at("2019-01-03T00:00:00Z"));
      const before = new Date("2019-01-03T00:00:00Z");
      expect(await captions().listUnfinishedBefore(before, 10)).toEqual(
        [first, second].map(({ id, caption: { jobId } }) => ({ captionId: id, jobId })),
      );
      expect(await captions().listUnfinishedBefore(before, 1)).toHaveLength(1);
    });

    it("keeps an outcome without finishing, and finishes by it", async () => {
      const { id } = await storeCaption();
      const { searchText: _, ...outcome } = makeOutcome();
      expect(await captions().keepOutcome(id, makeOutcome())).toBe(true);
      expect(await now(id)).toMatchObject({ ...outcome, state: "queued", finishedAt: null });
      await captions().finish(id);
      const finishedAt = expect.any(Date);
      expect(await now(id)).toMatchObject({ ...outcome, state: "done", stage: null, finishedAt });
      expect((await events(id)).at(-1)).toEqual([2, "finished"]);
    });

    it("keeps the first of several outcomes", async () => {
      const { id } = await storeCaption();
      const kept = await Promise.all([
        captions().keepOutcome(id, { problem: PROBLEM }),
        captions().keepOutcome(id, makeOutcome()),
        captions().keepOutcome(id, makeOutcome("Another.")),
      ]);
      expect(kept.filter(Boolean)).toHaveLength(1);
    });

    it("keeps an outcome only where its job is the caption's still, if one is named", async () => {
      const { id, caption } = await storeCaption();
      const outcome = { problem: PROBLEM };
      expect(await captions().keepOutcome(id, outcome, undefined, randomUUID())).toBe(false);
      expect(await now(id)).toMatchObject({ problem: null });
      expect(await captions().keepOutcome(id, outcome, undefined, caption.jobId)).toBe(true);
    });

    it("does not finish a caption that has no outcome", async () => {
      const { id } = await storeCaption();
      await captions().finish(id);
      expect(await now(id)).toMatchObject({ state: "queued", finishedAt: null });
      expect(await events(id)).toEqual([[1, "stage"]]);
    });

    it("finishes a caption with a problem as failed", async () => {
      const { id } = await storeCaption();
      await captions().keepOutcome(id, { problem: PROBLEM });
      await captions().finish(id);
      expect(await now(id)).toMatchObject({ state: "failed", problem: PROBLEM, result: null });
    });

    it("cancels a caption, though it has an outcome", async () => {
      const { id } = await storeCaption();
      await captions().keepOutcome(id, makeOutcome());
      const problem = { ...PROBLEM, code: "caption_cancelled" } as const;
      expect(await captions().cancel(id, problem)).toBe(true);
      expect(await now(id)).toMatchObject({
        state: "cancelled",
        stage: null,
        result: null,
        problem,
      });
      expect((await events(id)).at(-1)).toEqual([2, "finished"]);
    });

    it.each(["done", "cancelled"])("changes nothing once a caption is %s", async (end) => {
      const { id } = await storeCaption();
      if (end === "cancelled") await captions().cancel(id, PROBLEM);
      else {
        await captions().keepOutcome(id, makeOutcome());
        await captions().finish(id);
      }
      const before = { caption: await now(id), events: await events(id) };
      expect(await captions().enter(id, "captioning")).toBe(false);
      expect(await captions().keepOutcome(id, makeOutcome("Late."))).toBe(false);
      expect(await captions().cancel(id, PROBLEM)).toBe(false);
      await captions().record(id, { type: "retry", detail: "Late." });
      await captions().finish(id);
      expect({ caption: await now(id), events: await events(id) }).toEqual(before);
    });

    it("lets one of a finish and a cancel have its way", async () => {
      const { id } = await storeCaption();
      await captions().keepOutcome(id, makeOutcome());
      const [cancelled] = await Promise.all([
        captions().cancel(id, PROBLEM),
        captions().finish(id),
      ]);
      expect((await now(id))?.state).toBe(cancelled ? "cancelled" : "done");
      expect((await events(id)).filter(([, type]) => type === "finished")).toHaveLength(1);
    });

    it("does nothing for a caption that is not there", async () => {
      const id = newCaptionId();
      expect(await captions().enter(id, "inspecting")).toBe(false);
      expect(await captions().keepOutcome(id, makeOutcome())).toBe(false);
      expect(await captions().cancel(id, PROBLEM)).toBe(false);
      await captions().record(id, { type: "retry", detail: "Nobody is there." });
      await captions().finish(id);
      expect(await events(id)).toEqual([]);
    });
  });
}
