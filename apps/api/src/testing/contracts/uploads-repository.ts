import { describe, expect, it } from "vitest";
import { newSessionId, newUploadId } from "../../ids/ids.ts";
import { makeUpload } from "../make-records.ts";
import type { RepositoriesUnderTest } from "./repositories.ts";
import { useRepositories } from "./repositories.ts";

const HOUR_MS = 60 * 60_000;

/** More than a suite stores. */
const MANY = 1_000;

/** What every uploads repository does, whatever database it is in. */
export function uploadsRepositoryContract(
  name: string,
  open: () => Promise<RepositoriesUnderTest>,
) {
  describe(`${name} as an uploads repository`, () => {
    const { tested, storeUpload, storeCaption } = useRepositories(open);
    const uploads = () => tested().uploads;

    it("gives back an upload as it was, to the millisecond and the last of its bytes", async () => {
      const createdAt = new Date("2026-11-24T10:11:12.345Z");
      const name = `${"写真 🌊 ".repeat(20)}'; drop table uploads; --.jpg`;
      const stored = await storeUpload({
        createdAt,
        name,
        bytes: 5_000_000_000,
        sha256: null,
        multipartId: "a name that the store gave",
        partBytes: 3_000_000_000,
      });
      expect(await uploads().find(stored.id)).toEqual(stored);
    });

    it("has nothing under an id nobody gave it", async () => {
      expect(await uploads().find(newUploadId())).toBeUndefined();
      expect(await uploads().find("'; drop table uploads; --")).toBeUndefined();
    });

    it("refuses a second upload with an id that is taken", async () => {
      const first = await storeUpload();
      await expect(uploads().insert(makeUpload({ id: first.id }))).rejects.toThrow();
      expect(await uploads().find(first.id)).toEqual(first);
    });

    it("marks a declared upload as uploaded, once, whoever comes first", async () => {
      const { id } = await storeUpload({ state: "declared", sha256: null });
      const arrived = { sha256: "ab", keepUntil: new Date("2026-11-24T10:11:12.345Z") };
      const marked = await Promise.all([1, 2, 3].map(() => uploads().markUploaded(id, arrived)));
      expect(marked.filter(Boolean)).toHaveLength(1);
      expect(await uploads().find(id)).toMatchObject({ state: "uploaded", ...arrived });
    });

    it.each(["uploaded", "used", "deleted"] as const)(
      "does not mark one that is %s as uploaded",
      async (state) => {
        const { id, sha256, keepUntil } = await storeUpload({ state });
        const arrived = { sha256: "other", keepUntil: new Date() };
        expect(await uploads().markUploaded(id, arrived)).toBe(false);
        expect(await uploads().find(id)).toMatchObject({ state, sha256, keepUntil });
      },
    );

    it("writes a deletion receipt once, and keeps the first", async () => {
      const { id } = await storeUpload();
      const at = new Date("2026-11-24T10:11:12.345Z");
      await uploads().markDeleted(id, { at, versions: 1, bytes: 5_000_000_000 });
      await uploads().markDeleted(id, { at: new Date(), versions: 0, bytes: 0 });
      expect(await uploads().find(id)).toMatchObject({
        state: "deleted",
        deletedAt: at,
        deletedVersions: 1,
        deletedBytes: 5_000_000_000,
      });
    });

    it("forgets an upload that no caption has, and no other", async () => {
      const free = await storeUpload();
      const { upload } = await storeCaption();
      await uploads().remove(free.id);
      await uploads().remove(free.id);
      await uploads().remove(upload.id);
      expect(await uploads().find(free.id)).toBeUndefined();
      expect(await uploads().find(upload.id)).toMatchObject({ state: "used" });
    });

    it("lists what finished captions left when it was kept long enough, and nothing else", async () => {
      const now = new Date(Date.now() + HOUR_MS);
      const finished = { state: "failed", finishedAt: new Date() } as const;
      const left = await storeCaption(finished);
      const others = [
        (await storeCaption()).upload,
        (await storeCaption(finished)).upload,
        (await storeCaption(finished)).upload,
        await storeUpload(),
      ];
      await uploads().keep(left.upload.id, new Date(now.getTime() - 1));
      await uploads().keep(others[1]?.id ?? "", now);
      await uploads().markDeleted(others[2]?.id ?? "", { at: now, versions: 1, bytes: 1 });
      const listed = (await uploads().listLeft(now, MANY)).map(({ id }) => id);
      expect(listed).toContain(left.upload.id);
      for (const { id } of others) expect(listed).not.toContain(id);
    });

    it("tells which of some ids are of uploads whose bytes are not deleted", async () => {
      const kept = [
        await storeUpload({ state: "declared" }),
        await storeUpload(),
        (await storeCaption()).upload,
      ].map(({ id }) => id);
      const { id: deleted } = await storeUpload();
      await uploads().markDeleted(deleted, { at: new Date(), versions: 1, bytes: 1 });
      const asked = [...kept, deleted, newUploadId(), "'; drop table uploads; --"];
      expect([...(await uploads().listKept(asked))].sort()).toEqual(kept.sort());
      expect(await uploads().listKept([])).toEqual([]);
    });

    it("lists a session's uploads that no caption has, and of no other session", async () => {
      const sessionId = newSessionId();
      const free = [
        await storeUpload({ sessionId }),
        await storeUpload({ sessionId, state: "deleted" }),
        await storeUpload({ sessionId, state: "declared" }),
      ];
      await storeCaption({}, await storeUpload({ sessionId }));
      await storeUpload();
      const listed = async (limit: number) =>
        (await uploads().listUnused(sessionId, limit)).map(({ id }) => id);
      expect((await listed(10)).sort()).toEqual(free.map(({ id }) => id).sort());
      expect(await listed(2)).toHaveLength(2);
    });

    it("lists what was kept long enough, and nothing in use, deleted or still kept", async () => {
      const now = new Date(Date.now() - HOUR_MS);
      const past = new Date(now.getTime() - 1);
      const declared = await storeUpload({ state: "declared", keepUntil: past });
      const uploaded = await storeUpload({ state: "uploaded", keepUntil: past });
      const others = [
        await storeUpload({ state: "uploaded", keepUntil: now }),
        await storeUpload({ state: "deleted", keepUntil: past }),
        (await storeCaption({}, await storeUpload({ keepUntil: past }))).upload,
      ];
      const listed = (await uploads().listAbandoned(now, MANY)).map(({ id }) => id);
      expect(listed).toEqual(expect.arrayContaining([declared.id, uploaded.id]));
      for (const { id } of others) expect(listed).not.toContain(id);
      expect(await uploads().listAbandoned(now, 1)).toHaveLength(1);
    });

    it("lists what was deleted before then and no caption has, and no other", async () => {
      const before = new Date(Date.now() - HOUR_MS);
      const deleted = async (upload: Promise<{ readonly id: string }>, at: Date) => {
        const { id } = await upload;
        await uploads().markDeleted(id, { at, versions: 1, bytes: 1 });
        return id;
      };
      const past = new Date(before.getTime() - 1);
      const refused = [await deleted(storeUpload(), past), await deleted(storeUpload(), past)];
      const captioned = storeCaption().then(({ upload }) => upload);
      const others = [
        await deleted(storeUpload(), before),
        await deleted(captioned, past),
        (await storeUpload({ keepUntil: past })).id,
      ];
      const listed = (await uploads().listRefused(before, MANY)).map(({ id }) => id);
      expect(listed).toEqual(expect.arrayContaining(refused));
      for (const id of others) expect(listed).not.toContain(id);
      expect(await uploads().listRefused(before, 1)).toHaveLength(1);
    });
  });
}
