import { parseArgs } from "node:util";
import { startFakeGemini } from "./start-fake-gemini.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    latency: { type: "string", default: "0" },
    key: { type: "string", default: "test-key" },
  },
});

const gemini = await startFakeGemini({
  port: Number(values.port),
  latencyMs: Number(values.latency),
  apiKey: values.key,
});
process.stdout.write(`GEMINI_BASE_URL=${gemini.url} GEMINI_API_KEY=${gemini.apiKey}\n`);
