import { describe, expect, it } from "vitest";
import { newSessionId } from "../../ids/ids.ts";
import { makeOutcome } from "../make-records.ts";
import type { RepositoriesUnderTest } from "./repositories.ts";
import { useRepositories } from "./repositories.ts";

/** How a captions repository lists and searches, whatever database it is in. */
export function captionsHistoryContract(name: string, open: () => Promise<RepositoriesUnderTest>) {
  describe(`${name} as a history of captions`, () => {
    const { tested, storeUpload, storeCaption } = useRepositories(open);
    const ids = async (...query: Parameters<RepositoriesUnderTest["captions"]["list"]>) =>
      (await tested().captions.list(...query)).map(({ caption }) => caption.id);

    async function store(sessionId: string, createdAt: Date, searchText?: string) {
      const upload = await storeUpload({ sessionId });
      return (await storeCaption({ createdAt }, upload, searchText)).caption;
    }

    it("lists a session's own captions, newest first, and pages through them without a gap", async () => {
      const sessionId = newSessionId();
      const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 10, 0, second));
      // Three of one moment: their ids tell them apart.
      const made = await Promise.all([3, 1, 2, 2, 2].map((second) => store(sessionId, at(second))));
      await store(newSessionId(), at(4));
      const all = await ids({ sessionId, limit: 100 });
      expect(all).toHaveLength(5);
      expect([all[0], all[4]]).toEqual([made[0]?.id, made[1]?.id]);

      const paged: string[] = [];
      for (let page = 0; page < 5; page += 1) {
        const last = made.find(({ id }) => id === paged.at(-1));
        const after = last && { createdAt: last.createdAt, id: last.id };
        paged.push(...(await ids({ sessionId, limit: 2, ...(after ? { after } : {}) })));
      }
      expect(paged).toEqual(all);
    });

    it("finds a text whatever its case, and takes no character for a wildcard", async () => {
      const sessionId = newSessionId();
      const { id } = await store(sessionId, new Date(), "beach_100%.jpg\nein größer strand 海");
      const search = (text: string) => ids({ sessionId, limit: 10, search: text });
      for (const text of ["BEACH", "100%", "GRÖßER", "海", "_100", ""]) {
        expect(await search(text), text).toEqual([id]);
      }
      for (const text of ["beach%jpg", "beachX100", "mountain", "' or '1'='1", "\\"]) {
        expect(await search(text), text).toEqual([]);
      }
    });

    it("finds what a caption says once that is known", async () => {
      const sessionId = newSessionId();
      const { id } = await store(sessionId, new Date());
      await tested().captions.keepOutcome(id, makeOutcome("Salt on skin."));
      expect(await ids({ sessionId, limit: 10, search: "salt" })).toEqual([id]);
    });
  });
}
