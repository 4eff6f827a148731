import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { Failure } from "../shared/failure.ts";
import { readSettings } from "./settings.ts";

const FOLDERS = { root: resolve("/repository"), typedIn: resolve("/elsewhere") };

const read = (args: readonly string[], env: Record<string, string> = {}) =>
  readSettings(args, env, FOLDERS);

function failureOf(args: readonly string[], env: Record<string, string> = {}): Failure {
  try {
    read(args, env);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("accepted");
}

describe("readSettings", () => {
  it("starts page and API on this machine alone when nothing is said", () => {
    expect(read([])).toEqual({
      host: "127.0.0.1",
      port: 3000,
      apiPort: 5000,
      data: resolve("/repository/data"),
    });
  });

  it("takes ports and data folder from the command line, the folder from where it was typed", () => {
    expect(read(["--port", "3100", "--api-port=5100", "--data", "photos"])).toMatchObject({
      port: 3100,
      apiPort: 5100,
      data: resolve("/elsewhere/photos"),
    });
  });

  it("takes what the command line does not say from the environment", () => {
    const env = { HOST: "0.0.0.0", PORT: "5200", DATA_DIR: "kept" };
    expect(read([], env)).toMatchObject({
      host: "0.0.0.0",
      apiPort: 5200,
      data: resolve("/repository/kept"),
    });
    expect(read(["--api-port", "5300", "--data", "/d"], env)).toMatchObject({
      apiPort: 5300,
      data: resolve("/d"),
    });
  });

  it("treats an empty variable as one that is not set", () => {
    expect(read([], { HOST: "", PORT: "", DATA_DIR: "" })).toEqual(read([]));
  });

  it("gives the usage when it is asked for", () => {
    expect(read(["--help"])).toBe("help");
  });

  it.each([
    [["--port", "http"], 'is "http"'],
    [["--port", "0"], 'is "0"'],
    [["--api-port", "65536"], 'is "65536"'],
    [["--port", "3000.5"], 'is "3000.5"'],
    [["--port"], "--port"],
    [["--prot", "3000"], "--prot"],
    [["somewhere"], "somewhere"],
    [["--port", "5000"], "cannot both have port 5000"],
  ])("refuses %j with a sentence and exit code 2", (args, part) => {
    const failure = failureOf(args);
    expect(failure.message).toContain(part);
    expect(failure.exitCode).toBe(2);
  });

  it("names the variable when the port at fault came from the environment", () => {
    expect(failureOf([], { PORT: "five" }).message).toContain('PORT is "five"');
  });
});
