import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openWorkFolders } from "./work-folder.ts";

describe("a work folder", () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "work-"));
  });
  afterEach(() => rm(root, { recursive: true }));

  it("is there for one piece of work, and gone with all in it afterwards", async () => {
    const withWorkFolder = await openWorkFolders(root);
    const result = await withWorkFolder(async (folder) => {
      await writeFile(join(folder, "a"), "a");
      return readdir(folder);
    });
    expect(result).toEqual(["a"]);
    expect(await readdir(root)).toEqual([]);
  });

  it("is gone when the work fails, too", async () => {
    const withWorkFolder = await openWorkFolders(root);
    const failing = withWorkFolder(async (folder) => {
      await writeFile(join(folder, "a"), "a");
      throw new Error("broken");
    });
    await expect(failing).rejects.toThrow("broken");
    expect(await readdir(root)).toEqual([]);
  });

  it("of a process that was killed is removed at the next start", async () => {
    await mkdir(join(root, "job-old"));
    await openWorkFolders(root);
    expect(await readdir(root)).toEqual([]);
  });
});
