import { describe, expect, it } from "vitest";
import { newCaptionId, newSessionId } from "../../ids/ids.ts";
import { makeCaption, makeOutcome, toCreate } from "../make-records.ts";
import type { RepositoriesUnderTest } from "./repositories.ts";
import { useRepositories } from "./repositories.ts";

/** How captions are created, found and removed, whatever database they are in. */
export function captionsRepositoryContract(
  name: string,
  open: () => Promise<RepositoriesUnderTest>,
) {
  describe(`${name} as a captions repository`, () => {
    const { tested, storeUpload, storeCaption } = useRepositories(open);
    const captions = () => tested().captions;

    it("gives back a caption with its upload, its first event and its job", async () => {
      const { caption, upload } = await storeCaption({
        createdAt: new Date("2026-11-24T10:11:12.345Z"),
      });
      expect(await captions().find(caption.id)).toMatchObject({
        caption: { ...caption, lastSeq: 1 },
        upload: { ...upload, state: "used" },
      });
      expect(await captions().eventsAfter(caption.id, 0)).toEqual([
        { seq: 1, event: { type: "stage", stage: "queued" }, createdAt: expect.any(Date) },
      ]);
      expect(await tested().jobs()).toContain(caption.jobId);
    });

    it("needs no job for a caption that is finished", async () => {
      const outcome = makeOutcome();
      const { searchText: _, ...result } = outcome;
      const finishedAt = new Date();
      const done = { ...result, state: "done", stage: null, finishedAt } as const;
      const { caption } = await storeCaption(done);
      expect((await captions().find(caption.id))?.caption).toMatchObject(done);
      const [first] = await captions().eventsAfter(caption.id, 0);
      expect(first).toMatchObject({ seq: 1, event: { type: "finished" } });
      expect(await tested().jobs()).not.toContain(caption.jobId);
    });

    it("keeps nothing where the job could not be enqueued", async () => {
      const upload = await storeUpload();
      const caption = makeCaption(upload);
      tested().refuseJobs(true);
      const claim = { key: "k", requestHash: "h" };
      await expect(captions().create(toCreate(caption, claim))).rejects.toThrow();
      expect(await captions().find(caption.id)).toBeUndefined();
      expect(await captions().findIdempotent(upload.sessionId, "k")).toBeUndefined();
      expect(await tested().uploads.find(upload.id)).toMatchObject({ state: "uploaded" });
    });

    it("gives an upload to one of several captions, and to revisions of it", async () => {
      const upload = await storeUpload();
      const rivals = [1, 2, 3].map(() => makeCaption(upload));
      const outcomes = await Promise.all(
        rivals.map((caption) => captions().create(toCreate(caption))),
      );
      const kinds = outcomes.map(({ kind }) => kind).sort();
      expect(kinds).toEqual(["created", "upload_taken", "upload_taken"]);
      const winner = rivals[outcomes.findIndex(({ kind }) => kind === "created")];
      const revision = makeCaption(upload, { revisionOf: winner?.id ?? null });
      expect(await captions().create(toCreate(revision))).toEqual({ kind: "created" });
    });

    it.each(["declared", "used", "deleting", "deleted"] as const)(
      "makes no caption of an upload that is %s",
      async (state) => {
        const upload = await storeUpload({ state });
        const outcome = await captions().create(toCreate(makeCaption(upload)));
        expect(outcome).toEqual({ kind: "upload_taken" });
        expect(await tested().uploads.find(upload.id)).toMatchObject({ state });
      },
    );

    it("creates one caption for a key, and tells the same request from another", async () => {
      const sessionId = newSessionId();
      const rivals = await Promise.all(
        ["h1", "h1", "h2"].map(async (requestHash) => {
          const upload = await storeUpload({ sessionId });
          return { caption: makeCaption(upload), requestHash, upload };
        }),
      );
      const outcomes = await Promise.all(
        rivals.map(({ caption, requestHash }) =>
          captions().create(toCreate(caption, { key: "order-1", requestHash })),
        ),
      );
      const won = rivals[outcomes.findIndex(({ kind }) => kind === "created")];
      expect(outcomes.filter(({ kind }) => kind === "created")).toHaveLength(1);
      for (const [index, outcome] of outcomes.entries()) {
        if (outcome.kind === "created") continue;
        const rival = rivals[index];
        const sameRequest = rival?.requestHash === won?.requestHash;
        expect(outcome).toEqual({ kind: "replayed", captionId: won?.caption.id, sameRequest });
        expect(await tested().uploads.find(rival?.upload.id ?? "")).toMatchObject({
          state: "uploaded",
        });
      }
      expect(await captions().findIdempotent(sessionId, "order-1")).toEqual({
        captionId: won?.caption.id,
        requestHash: won?.requestHash,
      });
      expect(await captions().findIdempotent(newSessionId(), "order-1")).toBeUndefined();
    });

    it("removes a caption with its events and its key, and its upload with the last of it", async () => {
      const upload = await storeUpload();
      const caption = makeCaption(upload);
      await captions().create(toCreate(caption, { key: "k", requestHash: "h" }));
      const revision = await storeCaption({ revisionOf: caption.id }, upload);
      await captions().remove(caption.id);
      await captions().remove(caption.id);
      expect(await captions().find(caption.id)).toBeUndefined();
      expect(await captions().eventsAfter(caption.id, 0)).toEqual([]);
      expect(await captions().findIdempotent(upload.sessionId, "k")).toBeUndefined();
      expect(await captions().find(revision.id)).toMatchObject({ upload: { id: upload.id } });
      await captions().remove(revision.id);
      expect(await tested().uploads.find(upload.id)).toBeUndefined();
    });

    it("leaves no upload behind where all its captions are removed at once", async () => {
      for (let round = 0; round < 10; round += 1) {
        const upload = await storeUpload();
        const caption = makeCaption(upload);
        await captions().create(toCreate(caption));
        const revision = await storeCaption({ revisionOf: caption.id }, upload);
        await Promise.all([captions().remove(caption.id), captions().remove(revision.id)]);
        expect(await tested().uploads.find(upload.id)).toBeUndefined();
      }
    });

    it("revises a caption that is being removed, or finds it gone", async () => {
      for (let round = 0; round < 10; round += 1) {
        const upload = await storeUpload();
        const caption = makeCaption(upload);
        await captions().create(toCreate(caption));
        const revision = makeCaption(upload, { revisionOf: caption.id });
        const [, outcome] = await Promise.all([
          captions().remove(caption.id),
          captions().create(toCreate(revision)),
        ]);
        expect(["created", "upload_gone"]).toContain(outcome.kind);
        expect((await captions().find(revision.id)) !== undefined).toBe(outcome.kind === "created");
        await captions().remove(revision.id);
        expect(await tested().uploads.find(upload.id)).toBeUndefined();
      }
    });

    it("has nothing under an id nobody gave it", async () => {
      expect(await captions().find(newCaptionId())).toBeUndefined();
      expect(await captions().eventsAfter(newCaptionId(), 0)).toEqual([]);
      await captions().remove(newCaptionId());
    });
  });
}
