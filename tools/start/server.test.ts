import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../shared/temporary-folder.ts";
import { failOnExit, startServer } from "./server.ts";

const start = (script: string, logs: string) =>
  startServer(
    { title: "The API", name: "api", cwd: logs, args: ["-e", script], env: process.env },
    logs,
  );

describe("startServer", () => {
  it("keeps the output in a log and the one of the run before beside it", async () => {
    const logs = temporaryFolder();
    await start('console.log("first")', logs).exited;
    await start('console.log("second")', logs).exited;
    expect(readFileSync(join(logs, "api.previous.log"), "utf8")).toBe("first\n");
    expect(readFileSync(join(logs, "api.log"), "utf8")).toBe("second\n");
  });

  it("gives the exit code of a server that ends by itself, and 1 for one that is killed", async () => {
    const logs = temporaryFolder();
    expect(await start("process.exitCode = 7", logs).exited).toBe(7);
    const killed = start("setInterval(() => {}, 1000)", logs);
    killed.kill("SIGKILL");
    expect(await killed.exited).toBe(1);
  });
});

describe("failOnExit", () => {
  it("fails with the server's own sentence and exit code", async () => {
    const logs = temporaryFolder();
    const script = 'console.error("The folder is in use."); process.exitCode = 3;';
    await expect(failOnExit(start(script, logs), logs)).rejects.toMatchObject({
      message: "The folder is in use.",
      exitCode: 3,
    });
  });

  it("names the logs when the server said nothing, and fails even if it ended well", async () => {
    const logs = temporaryFolder();
    await expect(failOnExit(start("", logs), logs)).rejects.toMatchObject({
      message: `The API stopped without a word; its logs are in ${logs}`,
      exitCode: 1,
    });
  });
});
