import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";

const module = new URL("./orphaned.mjs", import.meta.url).href;

/** Waits a minute, and not that long where it is told that it is orphaned. */
const PROGRAM = `
  import { whenOrphaned } from ${JSON.stringify(module)};
  const timer = setTimeout(() => console.log("never told"), 60_000);
  whenOrphaned(() => { console.log("orphaned"); clearTimeout(timer); });
  console.log("waiting");
`;

describe.skipIf(process.platform === "win32")("whenOrphaned", () => {
  it("tells a process whose shell was ended, and not before", async () => {
    const shell = spawn(
      "sh",
      ["-c", '"$0" --input-type=module -e "$1"; exit', process.execPath, PROGRAM],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const said = text(shell.stdout);
    await once(shell.stdout, "data");
    await wait(1_200);
    shell.kill("SIGTERM");
    expect(await said).toBe("waiting\norphaned\n");
  });
});
