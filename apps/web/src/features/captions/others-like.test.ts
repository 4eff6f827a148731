import { captionOptionsSchema } from "@caption-generator/schema";
import { describe, expect, it } from "vitest";
import { isSame, othersLike } from "./others-like.ts";

const options = captionOptionsSchema.parse({ tone: "witty" });
const id = "cap_1";

describe("asking for others like these", () => {
  it("says an instruction again, which a revision would not inherit", () => {
    expect(othersLike({ id, options })).toEqual({ kind: "revise", id, changes: {} });
    const instruction = "Mention the dog";
    const { changes } = othersLike({ id, options: { ...options, instruction } });
    expect(changes).toEqual({ instruction });
  });

  it("knows the same options in whatever order and spelling", () => {
    const { tone, ...rest } = options;
    expect(isSame(options, { ...rest, tone })).toBe(true);
    expect(isSame({ ...options, language: "pt-br" }, { ...options, language: "pt-BR" })).toBe(true);
    expect(isSame(options, { ...options, emoji: true })).toBe(false);
    expect(isSame(options, { ...options, platform: "x" })).toBe(false);
  });
});
