import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ToolHost } from "./tool-host.ts";
import { startToolHost } from "./tool-host.ts";

const never = new AbortController().signal;

describe.skipIf(process.platform === "win32")("the host of programs", () => {
  let host: ToolHost;
  let folder: string;
  beforeEach(async () => {
    host = startToolHost();
    folder = await mkdtemp(join(tmpdir(), "tool-host-"));
  });
  afterEach(async () => {
    await host.close();
    await rm(folder, { recursive: true });
  });

  const shell = (script: string, signal = never) =>
    host.run({
      program: "/bin/sh",
      args: ["-c", script],
      signal,
      deadlineMs: 60_000,
      yields: false,
    });

  /** A program that goes on for a minute, noting that it does. */
  const ticking = () => `while :; do echo tick >> ${join(folder, "ticks")}; /bin/sleep 0.02; done`;

  async function stillTicks(): Promise<boolean> {
    const { length } = await readFile(join(folder, "ticks"));
    await sleep(200);
    return (await readFile(join(folder, "ticks"))).length > length;
  }

  async function begun(): Promise<void> {
    await expect.poll(() => readFile(join(folder, "ticks")).catch(() => undefined)).toBeDefined();
  }

  it("gives what several programs printed, each to whom it is for", async () => {
    const said = await Promise.all(["one", "two", "three"].map((word) => shell(`echo ${word}`)));
    expect(said.map((each) => each.kind === "done" && `${each.stdout}`)).toEqual([
      "one\n",
      "two\n",
      "three\n",
    ]);
    expect(await shell("echo why >&2; exit 3")).toEqual({ kind: "failed", stderr: "why\n" });
  });

  it("ends a program that is not wanted any more, with the signal's reason", async () => {
    const abort = new AbortController();
    const run = shell(ticking(), abort.signal);
    await begun();
    const reason = new Error("cancelled by the person");
    abort.abort(reason);
    await expect(run).rejects.toBe(reason);
    expect(await stillTicks()).toBe(false);
  });

  it("ends what it runs when it is closed", async () => {
    const run = shell(ticking()).catch((error: Error) => error.message);
    await begun();
    await host.close();
    expect(await run).toContain("ended");
    expect(await stillTicks()).toBe(false);
  });

  it("is replaced where it was killed", async () => {
    await expect(shell("kill -9 $PPID")).rejects.toThrow("was ended");
    expect(await shell("echo again")).toMatchObject({ kind: "done" });
  });

  it("says what kept a program from starting", async () => {
    const started = host.run({
      program: "/bin/sh",
      args: ["-c", "a\0b"],
      signal: never,
      deadlineMs: 1_000,
      yields: true,
    });
    await expect(started).rejects.toThrow(/null bytes/u);
  });
});
