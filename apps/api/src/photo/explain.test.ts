import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { explain } from "./explain.ts";

/** Takes sharp many seconds, and is given one. */
const slow = () =>
  sharp({
    create: {
      ...{ width: 6_000, height: 6_000, channels: 3, background: "red" },
      noise: { type: "gaussian", mean: 128, sigma: 30 },
    },
  })
    .blur(80)
    .timeout({ seconds: 1 })
    .toBuffer();

describe("what is wrong with a photo", () => {
  it("is that it takes too long where sharp gave it up for that", async () => {
    await expect(explain(Buffer.alloc(8), "image/png", undefined, slow)).rejects.toMatchObject({
      code: "image_unreadable",
      message: expect.stringContaining("takes too long to decode"),
    });
  });
});
