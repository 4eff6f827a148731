import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("run as a program, it says how to point the API at it", async () => {
  const program = spawn(process.execPath, [
    fileURLToPath(new URL("./main.ts", import.meta.url)),
    "--key",
    "my-key",
  ]);
  try {
    const [line] = (await once(createInterface(program.stdout), "line")) as [string];
    const [, url, key] = /^GEMINI_BASE_URL=(\S+) GEMINI_API_KEY=(\S+)$/u.exec(line) ?? [];
    const response = await fetch(`${url}/v1beta/models/gemini-3.8-flash`, {
      headers: { "x-goog-api-key": key ?? "" },
    });
    expect(response.status).toBe(200);
    expect(key).toBe("my-key");
  } finally {
    program.kill();
  }
});
