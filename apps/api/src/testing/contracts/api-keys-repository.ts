import { describe, expect, it } from "vitest";
import { newApiKeyId, newSessionId } from "../../ids/ids.ts";
import type { ApiKeyRecord } from "../../ports/api-keys-repository.ts";
import { makeApiKey } from "../make-records.ts";
import type { RepositoriesUnderTest } from "./repositories.ts";
import { useRepositories } from "./repositories.ts";

/** What every repository of API keys does, whatever database it is in. */
export function apiKeysRepositoryContract(
  name: string,
  open: () => Promise<RepositoriesUnderTest>,
) {
  describe(`${name} as a repository of API keys`, () => {
    const { tested } = useRepositories(open);
    const keys = () => tested().apiKeys;

    async function store(change: Partial<ApiKeyRecord> = {}): Promise<ApiKeyRecord> {
      const key = makeApiKey(change);
      expect(await keys().create(key, 100)).toBe(true);
      return key;
    }

    it("finds a key by its hash, as it was", async () => {
      const key = await store({
        name: "'; drop table api_keys; -- 写真",
        scopes: ["captions:read", "captions:write"],
        accessMark: "a mark",
        createdAt: new Date("2026-11-24T10:11:12.345Z"),
        lastUsedAt: new Date("2026-11-24T10:11:13.456Z"),
      });
      expect(await keys().findByHash(key.hash)).toEqual(key);
      expect(await keys().findByHash("")).toBeUndefined();
    });

    it("stores no more than a session may have, however many come at once", async () => {
      const sessionId = newSessionId();
      const made = await Promise.all(
        Array.from({ length: 6 }, () => keys().create(makeApiKey({ sessionId }), 4)),
      );
      expect(made.filter(Boolean)).toHaveLength(4);
      expect(await keys().list({ sessionId, limit: 10 })).toHaveLength(4);
      expect(await keys().create(makeApiKey(), 4)).toBe(true);
    });

    it("lists a session's own keys, newest first, and pages through them without a gap", async () => {
      const sessionId = newSessionId();
      const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 10, 0, second));
      // Two of one moment: their ids tell them apart.
      for (const second of [1, 3, 2, 2]) await store({ sessionId, createdAt: at(second) });
      await store({ createdAt: at(4) });
      const all = await keys().list({ sessionId, limit: 10 });
      expect(all.map(({ createdAt }) => createdAt.getUTCSeconds())).toEqual([3, 2, 2, 1]);
      const paged: ApiKeyRecord[] = [];
      for (let page = 0; page < 4; page += 1) {
        const after = paged.at(-1);
        paged.push(...(await keys().list({ sessionId, limit: 1, ...(after && { after }) })));
      }
      expect(paged).toEqual(all);
    });

    it("notes a use only where the last one noted is old enough", async () => {
      const key = await store();
      const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 10, 0, second));
      const used = async () => (await keys().findByHash(key.hash))?.lastUsedAt;
      await keys().noteUse(key.id, { at: at(10), since: at(0) });
      expect(await used()).toEqual(at(10));
      await keys().noteUse(key.id, { at: at(20), since: at(10) });
      expect(await used()).toEqual(at(10));
      await keys().noteUse(key.id, { at: at(30), since: at(11) });
      expect(await used()).toEqual(at(30));
    });

    it("forgets a key for its own session alone, and once", async () => {
      const { id, sessionId, hash } = await store();
      expect(await keys().remove({ sessionId: newSessionId(), id })).toBe(false);
      expect(await keys().remove({ sessionId, id: newApiKeyId() })).toBe(false);
      expect(await keys().findByHash(hash)).toBeDefined();
      expect(await keys().remove({ sessionId, id })).toBe(true);
      expect(await keys().remove({ sessionId, id })).toBe(false);
      expect(await keys().findByHash(hash)).toBeUndefined();
    });

    it("forgets all keys of a session, and no other's", async () => {
      const sessionId = newSessionId();
      await store({ sessionId });
      await store({ sessionId });
      const other = await store();
      await keys().removeAll(sessionId);
      expect(await keys().list({ sessionId, limit: 10 })).toEqual([]);
      expect(await keys().findByHash(other.hash)).toEqual(other);
    });
  });
}
