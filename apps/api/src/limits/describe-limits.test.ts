import { expect, it } from "vitest";
import { createGeminiModel } from "../adapters/gemini/index.ts";
import { createNoMediaTools } from "../adapters/no-media-tools.ts";
import { createNoScanner } from "../adapters/no-scanner.ts";
import { createNoTranscriber } from "../adapters/no-transcriber.ts";
import { SYSTEM_CLOCK } from "../retry/retry.ts";
import { describeLimits } from "./describe-limits.ts";

it("tells the prices of the moment, and not those of its own beginning", () => {
  let now = Date.parse("2026-12-31T23:59:59Z");
  const clock = { ...SYSTEM_CLOCK, now: () => now };
  const limits = describeLimits(
    {
      model: createGeminiModel({ apiKey: "k", models: ["gemini-3.8-flash"], clock }),
      scanner: createNoScanner(),
      media: createNoMediaTools(),
      transcriber: createNoTranscriber(),
    },
    { maxBytes: 1, maxSeconds: 1 },
  );
  const { photo = 0, video = 0 } = limits.costs;
  expect(photo).toBeGreaterThan(0);
  now += 1_000;
  expect(limits.costs).toMatchObject({ photo: 2 * photo, video: 2 * video });
  expect({ ...limits }.costs.photo).toBe(2 * photo);
});
