import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const testing = fileURLToPath(new URL("../../api/src/testing", import.meta.url));

export interface Fakes {
  /** What the API has to be told to ask them. */
  readonly keys: Readonly<Record<string, string>>;
  stop(): void;
}

/** Stand-ins for Gemini and OpenAI, each a server of its own. */
export async function startFakes(recordings: string): Promise<Fakes> {
  const gemini = await startFakeGemini();
  const openai = await startFake("fake-openai", ["--recordings", recordings]);
  return {
    keys: { ...gemini.keys, ...openai.keys },
    stop() {
      gemini.stop();
      openai.stop();
    },
  };
}

/** A stand-in for Gemini. @param latencyMs how long it thinks before each answer */
export function startFakeGemini({ latencyMs = 0 } = {}): Promise<Fakes> {
  return startFake("fake-gemini", ["--latency", `${latencyMs}`]);
}

/** Each says in its first line what settings name it: `GEMINI_BASE_URL=... GEMINI_API_KEY=...`. */
async function startFake(name: string, args: readonly string[]): Promise<Fakes> {
  const flags = ["--disable-warning=ExperimentalWarning", `${testing}/${name}/main.ts`];
  const child: ChildProcess = spawn(process.execPath, [...flags, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (child.stdout === null) throw new Error(`${name} has no output.`);
  const [line] = await once(createInterface(child.stdout), "line");
  const settings = String(line).matchAll(/(\w+)=(\S+)/gu);
  const keys = Object.fromEntries([...settings].map(([, key, value]) => [key, value]));
  return { keys, stop: () => void child.kill() };
}
