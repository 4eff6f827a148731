import { transcriberContract } from "../../testing/contracts/transcriber.ts";
import type { FakeOpenAi } from "../../testing/fake-openai/index.ts";
import { startFakeOpenAi } from "../../testing/fake-openai/index.ts";
import type { WhisperConfig } from "./config.ts";
import { createWhisperTranscriber } from "./index.ts";

/** Caps by which a recording of twenty seconds is cut, at pauses. */
const SMALL: WhisperConfig = { maxSeconds: 9, maxTextSeconds: 9 };

function against(server: FakeOpenAi, config: WhisperConfig) {
  const transcriber = createWhisperTranscriber({ ...SMALL, baseUrl: server.url, ...config });
  return { transcriber, close: () => server.close() };
}

for (const model of ["whisper-1", "gpt-transcribe", "gpt-4o-mini-transcribe"]) {
  transcriberContract(
    `OpenAI's ${model}`,
    async (recordings) => {
      const server = await startFakeOpenAi({ recordings, latencyMs: 5 });
      return against(server, { apiKey: server.apiKey, models: [model] });
    },
    { active: true },
  );
}

transcriberContract(
  "a local whisper server",
  async (recordings) => {
    const server = await startFakeOpenAi({ recordings, personality: "local", latencyMs: 5 });
    return against(server, { models: ["large-v3"] });
  },
  { active: true },
);

transcriberContract(
  "a local whisper server without segments",
  async (recordings) => {
    const server = await startFakeOpenAi({ recordings, personality: "local", latencyMs: 5 });
    server.script(...Array(1_000).fill({ kind: "textOnly" }));
    return against(server, { models: ["large-v3"] });
  },
  { active: true },
);
