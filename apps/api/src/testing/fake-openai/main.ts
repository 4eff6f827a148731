import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Recording } from "../speech/recording.ts";
import { startFakeOpenAi } from "./start-fake-openai.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    latency: { type: "string", default: "0" },
    key: { type: "string", default: "test-key" },
    /** A whisper server on one's own machine instead of OpenAI. */
    local: { type: "boolean", default: false },
    /** A JSON file with a list of recordings: what is said when in which sound file. */
    recordings: { type: "string" },
  },
});

async function readRecordings(path: string | undefined): Promise<Recording[]> {
  return path === undefined ? [] : JSON.parse(await readFile(path, "utf8"));
}

const server = await startFakeOpenAi({
  personality: values.local ? "local" : "openai",
  port: Number(values.port),
  latencyMs: Number(values.latency),
  apiKey: values.key,
  recordings: await readRecordings(values.recordings),
});
const key = values.local ? "" : ` OPENAI_API_KEY=${server.apiKey}`;
process.stdout.write(`OPENAI_BASE_URL=${server.url}${key}\n`);
