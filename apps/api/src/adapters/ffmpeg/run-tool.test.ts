import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { runTool } from "./run-tool.ts";

const never = new AbortController().signal;

const shell = (script: string, more: Partial<Parameters<typeof runTool>[0]> = {}) =>
  runTool({
    program: "/bin/sh",
    args: ["-c", script],
    signal: never,
    deadlineMs: 10_000,
    yields: true,
    ...more,
  });

describe.skipIf(process.platform === "win32")("runTool", () => {
  it("gives what a program printed, or what it complained of", async () => {
    const done = await shell("echo out; echo err >&2");
    expect(done).toMatchObject({ kind: "done", stderr: "err\n" });
    expect(done.kind === "done" && done.stdout.toString()).toBe("out\n");
    expect(await shell("echo why >&2; exit 3")).toEqual({ kind: "failed", stderr: "why\n" });
  });

  it.skipIf(!existsSync("/proc/self/autogroup"))(
    "yields where it is to, and only there",
    async () => {
      const share = async (yields: boolean) => {
        const said = await shell("cat /proc/self/autogroup", { yields });
        return said.kind === "done" && said.stdout.toString();
      };
      expect(await share(true)).toMatch(/nice 19\n$/u);
      expect(await share(false)).toMatch(/nice 0\n$/u);
    },
  );

  it("kills a program that takes too long, and what it started", async () => {
    const folder = await mkdtemp(join(tmpdir(), "run-tool-"));
    const note = join(folder, "ticks");
    const ticking = `(while :; do echo tick >> ${note}; /bin/sleep 0.02; done) & wait`;
    expect(await shell(ticking, { deadlineMs: 3_000, yields: false })).toEqual({ kind: "timeout" });
    const { length } = await readFile(note);
    await sleep(200);
    expect(await readFile(note)).toHaveLength(length);
    await rm(folder, { recursive: true });
  });

  it("counts what a program that yields takes of the processors, and not how long it waits for them", async () => {
    expect(await shell("sleep 2; echo done", { deadlineMs: 1_000 })).toMatchObject({
      kind: "done",
    });
    const busy = await shell("while :; do :; done", { deadlineMs: 1_000 });
    expect(busy).toEqual({ kind: "timeout" });
  });

  it("kills it when it is not wanted any more, with the signal's reason", async () => {
    const abort = new AbortController();
    const reason = new Error("cancelled by the person");
    const run = shell("sleep 60", { signal: abort.signal });
    abort.abort(reason);
    await expect(run).rejects.toBe(reason);
    await expect(shell("true", { signal: abort.signal })).rejects.toBe(reason);
  });

  it("stops a program that talks without end", async () => {
    expect(await shell("yes", { maxOutputBytes: 100_000 })).toMatchObject({ kind: "failed" });
  });

  it("keeps what a program complained of last, however much it said before", async () => {
    const said = await shell("seq 1 200000 >&2; echo the end >&2");
    expect(said.kind === "done" && said.stderr).toMatch(/200000\nthe end\n$/u);
    expect(said.kind === "done" && said.stderr.length).toBe(256 * 1024);
  });

  it("gives a program no more memory than it may have", async () => {
    const greedy = `awk 'BEGIN { text = "x"; for (;;) text = text text }'`;
    expect(await shell(`PATH=/usr/bin:/bin; ${greedy}`, { memoryKib: 100_000 })).toMatchObject({
      kind: "failed",
    });
  });

  it("shows a program none of our environment", async () => {
    const result = await shell("env");
    const text = result.kind === "done" ? result.stdout.toString() : "";
    expect(text).toContain("LC_ALL=C");
    expect(text).not.toContain("PATH=/");
  });
});
