import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { signPartUrl } from "../../security/signed-part-url.ts";
import { signUploadUrl } from "../../security/signed-url.ts";
import { objectStoreContract } from "../../testing/contracts/object-store.ts";
import { partStoreContract } from "../../testing/contracts/part-store.ts";
import { createDiskStore } from "./object-store.ts";

const open = (dir: string) =>
  createDiskStore({
    dir,
    signUpload: signUploadUrl("a key", Date.now),
    signPart: signPartUrl("a key", Date.now),
  });

async function list(dir: string) {
  const names = await readdir(dir, { recursive: true });
  return names.filter((name) => name.includes("upl_"));
}

async function openFresh() {
  const dir = await mkdtemp(join(tmpdir(), "store-"));
  return {
    store: await open(dir),
    list: () => list(dir),
    close: () => rm(dir, { recursive: true }),
  };
}

objectStoreContract("the disk", openFresh);
partStoreContract("the disk", openFresh);

describe("the disk store", () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), "store-"));
  });
  afterEach(() => rm(dir, { recursive: true }));

  it("forgets what a killed process was still writing", async () => {
    await open(dir);
    await writeFile(join(dir, "incoming", "upl_a.half"), "half a photo");
    await open(dir);
    expect(await list(dir)).toEqual([]);
  });

  it("finishes what a killed process had put together but not tidied up", async () => {
    const { parts } = await open(dir);
    const object = { key: "upl_a", multipartId: await parts.begin({ key: "upl_a", type: "" }) };
    const sent = [
      await parts.put(object, { number: 1, bytes: 3 }, Readable.from([Buffer.from("abc")])),
    ];
    await writeFile(join(dir, "upl_a"), "abc");
    const store = await open(dir);
    expect(await store.parts.complete(object, sent)).toMatchObject({ bytes: 3 });
    expect(await list(dir)).toEqual(["upl_a"]);
  });
});
