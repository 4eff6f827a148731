import { captionModelContract } from "../../testing/contracts/caption-model.ts";
import { startFakeGemini } from "../../testing/fake-gemini/start-fake-gemini.ts";
import { createGeminiModel } from "./index.ts";

captionModelContract("Gemini", async () => {
  const gemini = await startFakeGemini({ latencyMs: 5 });
  return {
    model: createGeminiModel({ apiKey: gemini.apiKey, baseUrl: gemini.url }),
    close: () => gemini.close(),
  };
});
