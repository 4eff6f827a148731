import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../shared/root.ts";
import { firstLacking } from "../../terraform/capabilities.ts";
import type { Emulator } from "../../terraform/emulator.ts";
import { startEmulator } from "../../terraform/emulator.ts";

const lacking = await firstLacking(["moto"]);
const PROGRAM = join(ROOT, "tools", "infra", "secrets.ts");
const CREDENTIALS = { accessKeyId: "test", secretAccessKey: "test" };

/** Runs the command as a pipeline would, with `input` on its standard input. */
async function secrets(args: readonly string[], env: NodeJS.ProcessEnv, input = "") {
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: ROOT, env });
  child.stdin.end(input);
  const [out, err] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  return { code: child.exitCode, words: out + err };
}

const title = "pnpm secrets, against an emulated AWS";

describe.skipIf(lacking)(lacking ? `${title} [needs ${lacking}]` : title, () => {
  let aws: Emulator;
  let env: NodeJS.ProcessEnv;
  let client: SSMClient;
  beforeAll(async () => {
    aws = await startEmulator();
    env = { PATH: process.env["PATH"], ...aws.env };
    client = new SSMClient({ endpoint: aws.url, region: "us-east-1", credentials: CREDENTIALS });
  });
  afterAll(async () => {
    client?.destroy();
    await aws?.stop();
  });

  const parameter = async (name: string) => {
    const Name = `/caption-generator/staging/${name}`;
    const command = new GetParameterCommand({ Name, WithDecryption: true });
    return (await client.send(command)).Parameter;
  };

  it("lists what is missing, and fails as long as something is", async () => {
    const { code, words } = await secrets(["prod", "--list"], env);
    expect(code).toBe(1);
    expect(words.match(/MISSING/g)).toHaveLength(3);
  });

  it("puts what is piped in, encrypted, under the article's name, and never shows it", async () => {
    const args = ["staging", "--set", "google-api-key"];
    const { words } = await secrets(args, env, "AIza-very-secret\n");
    expect(words).toMatch(/google-api-key +put/);
    expect(words).not.toContain("AIza-very-secret");
    const put = await parameter("google-api-key");
    expect(put).toMatchObject({ Type: "SecureString", Value: "AIza-very-secret", Version: 1 });
  });

  it("replaces it when it is put again", async () => {
    const { words } = await secrets(["staging", "--set", "google-api-key"], env, "AIza-newer");
    expect(words).toMatch(/google-api-key +put in place of the old one/);
    expect(await parameter("google-api-key")).toMatchObject({ Value: "AIza-newer", Version: 2 });
  });

  it("makes a session secret by itself and leaves it there the next time", async () => {
    await secrets(["staging"], env);
    const first = (await parameter("session-secret"))?.Value;
    expect(first).toMatch(/^[\w-]{43}$/);
    const { words } = await secrets(["staging"], env);
    expect(words).toMatch(/session-secret +there, since/);
    expect((await parameter("session-secret"))?.Value).toBe(first);
  });

  it("says what to do where there are no credentials", async () => {
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, ...without } = env;
    const { code, words } = await secrets(["dev"], { ...without, HOME: "/nonexistent" });
    expect(code).toBe(1);
    expect(words).toMatch(/There are no AWS credentials: sign in/);
  });

  it("says so when AWS cannot be reached", async () => {
    const nowhere = { ...env, AWS_ENDPOINT_URL: "http://127.0.0.1:9", AWS_MAX_ATTEMPTS: "1" };
    const { code, words } = await secrets(["dev"], nowhere);
    expect(code).toBe(1);
    expect(words).toMatch(/AWS cannot be reached: ECONNREFUSED/);
  });
});
