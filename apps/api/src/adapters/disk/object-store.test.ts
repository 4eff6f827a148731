import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { signUploadUrl } from "../../security/signed-url.ts";
import { objectStoreContract } from "../../testing/contracts/object-store.ts";
import { createDiskStore } from "./object-store.ts";

const signUpload = signUploadUrl("a key", Date.now);

async function list(dir: string) {
  const names = await readdir(dir, { recursive: true });
  return names.filter((name) => name !== "incoming");
}

objectStoreContract("the disk", async () => {
  const dir = await mkdtemp(join(tmpdir(), "store-"));
  return {
    store: await createDiskStore({ dir, signUpload }),
    list: () => list(dir),
    close: () => rm(dir, { recursive: true }),
  };
});

describe("the disk store", () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), "store-"));
  });
  afterEach(() => rm(dir, { recursive: true }));

  it("forgets what a killed process was still writing", async () => {
    await createDiskStore({ dir, signUpload });
    await writeFile(join(dir, "incoming", "upl_a.half"), "half a photo");
    await createDiskStore({ dir, signUpload });
    expect(await list(dir)).toEqual([]);
  });
});
