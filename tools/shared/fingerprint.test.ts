import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fingerprint } from "./fingerprint.ts";
import { temporaryFolder, write } from "./temporary-folder.ts";

const INPUTS = ["app", "lock.yaml"];
const FILES = { "app/a.ts": "a", "app/deep/b.ts": "b", "lock.yaml": "1" };

describe("fingerprint", () => {
  it("is equal for two folders with equal files", () => {
    expect(fingerprint(temporaryFolder(FILES), INPUTS)).toBe(
      fingerprint(temporaryFolder(FILES), INPUTS),
    );
  });

  it.each([
    ["bytes", "app/deep/b.ts", "c"],
    ["new file", "app/deep/c.ts", ""],
    ["single input file", "lock.yaml", "2"],
  ])("changes with a file's %s", (_what, path, text) => {
    const root = temporaryFolder(FILES);
    const before = fingerprint(root, INPUTS);
    write(root, path, text);
    expect(fingerprint(root, INPUTS)).not.toBe(before);
  });

  it("changes when a file goes, and when an input goes altogether", () => {
    const root = temporaryFolder(FILES);
    const hashes = [fingerprint(root, INPUTS)];
    for (const path of ["app/a.ts", "lock.yaml", "app"]) {
      rmSync(join(root, path), { recursive: true });
      hashes.push(fingerprint(root, INPUTS));
    }
    expect(new Set(hashes).size).toBe(4);
  });

  it("changes when bytes move from one file to the next", () => {
    const one = temporaryFolder({ "app/a.ts": "ab", "app/b.ts": "c" });
    const other = temporaryFolder({ "app/a.ts": "a", "app/b.ts": "bc" });
    expect(fingerprint(one, INPUTS)).not.toBe(fingerprint(other, INPUTS));
  });

  it("ignores what builds and installs leave, and what the caller leaves out", () => {
    const root = temporaryFolder(FILES);
    const accept = (path: string) => !path.endsWith(".test.ts");
    const before = fingerprint(root, INPUTS, accept);
    write(root, "app/node_modules/x/index.js", "x");
    write(root, "app/.next/BUILD_ID", "x");
    write(root, "app/deep/b.test.ts", "x");
    expect(fingerprint(root, INPUTS, accept)).toBe(before);
  });
});
