import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { ExecuteOptions } from "./execute.ts";
import { start } from "./execute.ts";

const node = (script: string, options: Partial<ExecuteOptions> = {}) =>
  start(process.execPath, ["-e", script], { cwd: ".", env: process.env, ...options });

const NEVER = "setInterval(() => {}, 1000);";
const GENTLE = `process.on("SIGINT", () => { console.log("let go"); process.exit(3); }); console.log("holding"); ${NEVER}`;

describe("a program", () => {
  it("is run to its end, its output and its errors apart", async () => {
    const { done } = node("console.log('out'); console.error('err'); process.exitCode = 4");
    expect(await done).toEqual({ code: 4, stdout: "out\n", stderr: "err\n" });
  });

  it("can be followed while it runs", async () => {
    const heard = new Promise<string>((resolve) => {
      const running = node(`console.log("working"); ${NEVER}`, {
        onOutput(text) {
          resolve(text);
          running.kill("SIGKILL");
        },
      });
    });
    expect(await heard).toBe("working\n");
  });

  it("that is not there is an error", async () => {
    const { done } = start("/nowhere/terraform", [], { cwd: ".", env: {} });
    await expect(done).rejects.toThrow(/ENOENT/);
  });

  it("may let go of what it holds when it runs too long", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    // It runs too long as soon as it holds something.
    const onOutput = () => void vi.advanceTimersByTime(1_000);
    const { code, stdout } = await node(GENTLE, { timeoutMs: 1_000, onOutput }).done;
    expect({ code, stdout }).toEqual({ code: 3, stdout: "holding\nlet go\n" });
  });

  it("may let go of what it holds when it is aborted", async () => {
    const stop = new AbortController();
    const onOutput = () => stop.abort();
    const { stdout } = await node(GENTLE, { signal: stop.signal, onOutput }).done;
    expect(stdout).toBe("holding\nlet go\n");
  });

  it("is killed together with what it started", async () => {
    // The pipe closes only when the grandchild, which holds it too, has ended.
    const running = node(`
      const { spawn } = require("node:child_process");
      spawn(process.execPath, ["-e", ${JSON.stringify(NEVER)}], { stdio: "inherit" });
      ${NEVER}`);
    setTimeout(() => running.kill("SIGKILL"), 500);
    expect((await running.done).code).toBe(1);
  });
});
