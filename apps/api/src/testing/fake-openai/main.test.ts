import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** Runs the program and reads its one line. */
async function runFake(args: readonly string[], use: (line: string) => Promise<void>) {
  const path = fileURLToPath(new URL("./main.ts", import.meta.url));
  const program = spawn(process.execPath, [path, ...args]);
  try {
    const [line] = (await once(createInterface(program.stdout), "line")) as [string];
    await use(line);
  } finally {
    program.kill();
  }
}

test("run as a program, it says how to point the API at it", async () => {
  await runFake(["--key", "my-key"], async (line) => {
    const [, url, key] = /^OPENAI_BASE_URL=(\S+) OPENAI_API_KEY=(\S+)$/u.exec(line) ?? [];
    expect(key).toBe("my-key");
    const response = await fetch(`${url}/audio/transcriptions`, { method: "POST" });
    expect(response.status).toBe(401);
  });
});

test("run as a local server, it asks for no key", async () => {
  await runFake(["--local"], async (line) => {
    const [, url] = /^OPENAI_BASE_URL=(\S+)$/u.exec(line) ?? [];
    const response = await fetch(`${url}/audio/transcriptions`, { method: "POST" });
    expect(response.status).toBe(422);
  });
});
