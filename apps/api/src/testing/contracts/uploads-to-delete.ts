import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { newUploadId } from "../../ids/ids.ts";
import type { UploadRecord } from "../../ports/records.ts";
import { INTERRUPTED, makeCaption, toCreate } from "../make-records.ts";
import type { RepositoriesUnderTest } from "./repositories.ts";
import { useRepositories } from "./repositories.ts";

const HOUR_MS = 60 * 60_000;

/** More than a suite stores. */
const MANY = 1_000;

/** How uploads are taken to be deleted, while others may want them, whatever database they are in. */
export function uploadsToDeleteContract(name: string, open: () => Promise<RepositoriesUnderTest>) {
  describe(`${name} as a record of uploads to delete`, () => {
    const { tested, storeUpload, storeCaption } = useRepositories(open);
    const uploads = () => tested().uploads;

    /** A caption that may be tried again. */
    async function storeInterrupted() {
      const stored = await storeCaption();
      await tested().captions.keepOutcome(stored.id, { problem: INTERRUPTED });
      await tested().captions.finish(stored.id);
      return stored;
    }
    const retry = (id: string) =>
      tested().captions.retry(id, { jobId: randomUUID(), lane: "photo" });

    it.each(["declared", "uploaded"] as const)(
      "takes one that is %s to be deleted, again and again until it is",
      async (state) => {
        const { id } = await storeUpload({ state });
        expect(await uploads().claimUnused(id)).toBe(true);
        expect(await uploads().find(id)).toMatchObject({ state: "deleting", deletedAt: null });
        expect(await uploads().markUploaded(id, { sha256: "ab", keepUntil: new Date() })).toBe(
          false,
        );
        expect(await uploads().claimUnused(id)).toBe(true);
        await uploads().markDeleted(id, { at: new Date(), versions: 1, bytes: 1 });
        expect(await uploads().claimUnused(id)).toBe(false);
        expect(await uploads().find(id)).toMatchObject({ state: "deleted" });
      },
    );

    it("takes none to be deleted that a caption has, that is unknown, or that is kept longer", async () => {
      const { upload } = await storeCaption();
      expect(await uploads().claimUnused(upload.id)).toBe(false);
      expect(await uploads().claimUnused(newUploadId())).toBe(false);
      const kept = await storeUpload();
      expect(await uploads().claimUnused(kept.id, kept.keepUntil)).toBe(false);
      const later = new Date(kept.keepUntil.getTime() + 1);
      expect(await uploads().claimUnused(kept.id, later)).toBe(true);
      expect(await uploads().find(upload.id)).toMatchObject({ state: "used" });
    });

    it("gives an upload to a caption or to a deletion, never to both", async () => {
      for (let round = 0; round < 10; round += 1) {
        const upload = await storeUpload();
        const [claimed, outcome] = await Promise.all([
          uploads().claimUnused(upload.id),
          tested().captions.create(toCreate(makeCaption(upload))),
        ]);
        expect(outcome.kind).toBe(claimed ? "upload_taken" : "created");
      }
    });

    it("takes what finished captions left to be deleted, again and again until it is", async () => {
      const { upload } = await storeCaption({ state: "failed", finishedAt: new Date() });
      const now = new Date(upload.keepUntil.getTime() + 1);
      expect(await uploads().claimLeft(upload.id, upload.keepUntil)).toBe(false);
      expect(await uploads().claimLeft(upload.id, now)).toBe(true);
      expect(await uploads().find(upload.id)).toMatchObject({ state: "deleting" });
      expect(await uploads().claimLeft(upload.id, now)).toBe(true);
      await uploads().markDeleted(upload.id, { at: now, versions: 1, bytes: 1 });
      expect(await uploads().claimLeft(upload.id, now)).toBe(false);
    });

    it("takes nothing that a caption needs which is not finished", async () => {
      const { upload } = await storeCaption();
      const now = new Date(upload.keepUntil.getTime() + 1);
      expect(await uploads().claimLeft(upload.id, now)).toBe(false);
      expect(await uploads().claimLeft((await storeUpload()).id, now)).toBe(false);
      expect(await uploads().find(upload.id)).toMatchObject({ state: "used" });
    });

    it("gives what was left to another try or to a deletion, never to both", async () => {
      for (let round = 0; round < 10; round += 1) {
        const { upload, id } = await storeInterrupted();
        const now = new Date(upload.keepUntil.getTime() + 1);
        const [claimed, outcome] = await Promise.all([
          uploads().claimLeft(upload.id, now),
          retry(id),
        ]);
        expect(outcome.kind).toBe(claimed ? "not_retryable" : "retried");
      }
    });

    it("lists what is being deleted until it is, each where it belongs", async () => {
      const unused = await storeUpload();
      const left = await storeCaption({ state: "failed", finishedAt: new Date() });
      const now = new Date(Date.now() + 2 * HOUR_MS);
      await uploads().claimUnused(unused.id);
      await uploads().claimLeft(left.upload.id, now);
      const listed = async () => {
        const ids = async (each: Promise<readonly UploadRecord[]>) =>
          (await each).map(({ id }) => id).filter((id) => [unused.id, left.upload.id].includes(id));
        return {
          abandoned: await ids(uploads().listAbandoned(now, MANY)),
          left: await ids(uploads().listLeft(now, MANY)),
        };
      };
      expect(await listed()).toEqual({ abandoned: [unused.id], left: [left.upload.id] });
      for (const id of [unused.id, left.upload.id]) {
        await uploads().markDeleted(id, { at: now, versions: 1, bytes: 1 });
      }
      expect(await listed()).toEqual({ abandoned: [], left: [] });
    });

    it("removes an old caption or tries it again, never both", async () => {
      for (let round = 0; round < 10; round += 1) {
        const { id } = await storeInterrupted();
        const before = new Date(Date.now() + HOUR_MS);
        const [removed, outcome] = await Promise.all([
          tested().captions.removeFinished(id, before),
          retry(id),
        ]);
        expect(outcome.kind).toBe(removed ? "not_retryable" : "retried");
        expect((await tested().captions.find(id)) === undefined).toBe(removed);
      }
    });

    it("removes no caption that is not finished, or not before then", async () => {
      const finishedAt = new Date();
      const finished = await storeCaption({ state: "failed", finishedAt });
      const waiting = await storeCaption();
      const later = new Date(finishedAt.getTime() + 1);
      expect(await tested().captions.removeFinished(waiting.id, later)).toBe(false);
      expect(await tested().captions.removeFinished(finished.id, finishedAt)).toBe(false);
      expect(await tested().captions.removeFinished(finished.id, later)).toBe(true);
      expect(await tested().captions.find(waiting.id)).toBeDefined();
      expect(await uploads().find(finished.upload.id)).toBeUndefined();
    });
  });
}
