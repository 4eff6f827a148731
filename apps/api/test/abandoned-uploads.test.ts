import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDiskStore } from "../src/adapters/disk/object-store.ts";
import { openPglite } from "../src/adapters/postgres/pglite.ts";
import { createUploadsRepository } from "../src/adapters/postgres/uploads-repository.ts";
import { signPartUrl } from "../src/security/signed-part-url.ts";
import { signUploadUrl } from "../src/security/signed-url.ts";
import { freshDataFolder } from "../src/testing/fresh-data-folder.ts";
import { makeUpload } from "../src/testing/make-records.ts";
import { sweepAbandoned } from "../src/uploads/sweep-uploads.ts";

describe("sweeping", () => {
  const now = new Date("2026-11-24T10:11:12.345Z");
  let dir: string;
  let deps: Parameters<typeof sweepAbandoned>[0];
  let close: () => Promise<void>;
  const sweeping = { log: pino({ level: "silent" }), signal: new AbortController().signal };

  beforeAll(async () => {
    dir = await freshDataFolder();
    const { client, db } = await openPglite(dir);
    close = () => client.close();
    const store = await createDiskStore({
      dir: join(dir, "uploads"),
      signUpload: signUploadUrl("a key", Date.now),
      signPart: signPartUrl("a key", Date.now),
    });
    deps = { uploads: createUploadsRepository(db), store, now: () => now };
  });
  afterAll(async () => {
    await close();
    await rm(dir, { recursive: true });
  });

  /** An upload one of whose parts is here. */
  async function halfSent(keepUntil: Date) {
    const upload = makeUpload({ state: "declared", sha256: null, keepUntil, partBytes: 5 });
    const multipartId = await deps.store.parts.begin({ key: upload.id, type: upload.type });
    const object = { key: upload.id, multipartId };
    const body = Readable.from([Buffer.from("12345")]);
    await deps.store.parts.put(object, { number: 1, bytes: 5 }, body);
    await deps.uploads.insert({ ...upload, multipartId });
    return upload.id;
  }

  it("deletes the parts of what was abandoned, and none of what is still to come", async () => {
    const abandoned = await halfSent(new Date(now.getTime() - 1));
    const coming = await halfSent(new Date(now.getTime() + 1));
    expect(await sweepAbandoned(deps, sweeping)).toBe(1);
    expect(await deps.uploads.find(abandoned)).toBeUndefined();
    const names = await readdir(join(dir, "uploads"), { recursive: true });
    const stored = names.filter((name) => name.includes("upl_"));
    expect(stored.every((name) => name.includes(coming))).toBe(true);
    expect(stored.some((name) => name.endsWith("1"))).toBe(true);
  });
});
