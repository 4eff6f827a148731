import { declareUploadSchema } from "@caption-generator/schema";
import { describe, expect, it } from "vitest";
import { declare } from "./declare.ts";

describe("declare", () => {
  it.each([
    ["a HEIC without a type", { name: "IMG_1.HEIC", type: "", size: 5 }],
    ["a file of no known kind", { name: "notes", type: "", size: 5 }],
    ["a file without a name", { name: " ", type: "image/png", size: 5 }],
    [
      "a file with a very long name",
      { name: `${"a".repeat(300)}.png`, type: "image/png", size: 5 },
    ],
  ])("says what the service takes of %s", (_, file) => {
    expect(declareUploadSchema.safeParse(declare(file)).success).toBe(true);
  });
});
