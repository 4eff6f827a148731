import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockFolder } from "./folder-lock.ts";

const module = new URL("./folder-lock.ts", import.meta.url).href;

describe("lockFolder", () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "lock-"));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  /** Another process that takes the folder and keeps it. */
  async function holder() {
    const code = `const { lockFolder } = await import(${JSON.stringify(module)});
      globalThis.held = lockFolder(${JSON.stringify(dir)});
      console.log("held"); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    await once(child.stdout, "data");
    return child;
  }

  it("refuses a folder that another process uses, and names that process and the fix", async () => {
    const other = await holder();
    expect(() => lockFolder(dir)).toThrow(
      new RegExp(`\\(process ${other.pid}\\) uses the data folder .* --data`, "u"),
    );
    other.kill("SIGKILL");
    await once(other, "exit");
  });

  it("takes a folder whose process was killed", async () => {
    const other = await holder();
    other.kill("SIGKILL");
    await once(other, "exit");
    lockFolder(dir).release();
  });

  it("can be taken again once released", () => {
    lockFolder(dir).release();
    lockFolder(dir).release();
  });

  it("says so where the folder cannot be made", () => {
    const file = join(dir, "a-file");
    writeFileSync(file, "");
    expect(() => lockFolder(join(file, "data"))).toThrow(/cannot be made or written/u);
  });
});
