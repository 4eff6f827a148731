import { describe, expect, it } from "vitest";
import { run } from "./run.ts";

const script = (text: string, signal?: AbortSignal) =>
  run(process.execPath, ["-e", text], { cwd: process.cwd(), signal });

describe("run", () => {
  it("gives the exit code and both outputs", async () => {
    const { code, output } = await script(
      'process.stdout.write("out"); process.stderr.write("err"); process.exitCode = 3;',
    );
    expect(code).toBe(3);
    expect(output).toContain("out");
    expect(output).toContain("err");
  });

  it("counts an end by a signal as a failure", async () => {
    expect((await script('process.kill(process.pid, "SIGKILL")')).code).toBe(1);
  });

  it("ends the program and gives the reason when it is aborted", async () => {
    const stop = new AbortController();
    const running = script("setInterval(() => {}, 1000)", stop.signal);
    stop.abort(new Error("no longer wanted"));
    await expect(running).rejects.toThrow("no longer wanted");
  });

  it("rejects when the program does not exist", async () => {
    await expect(run("no-such-program", [], { cwd: process.cwd() })).rejects.toThrow("ENOENT");
  });
});
