import { expect, it } from "vitest";
import { transcriberContract } from "../testing/contracts/transcriber.ts";
import { createNoTranscriber } from "./no-transcriber.ts";

transcriberContract(
  "no transcriber",
  async () => ({ transcriber: createNoTranscriber(), close: async () => {} }),
  { active: false },
);

it("names what would enable it", () => {
  expect(createNoTranscriber().note).toContain("OPENAI_API_KEY");
});
