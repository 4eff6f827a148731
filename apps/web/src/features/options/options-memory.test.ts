import { describe, expect, it } from "vitest";
import { createOptionsMemory, DEFAULT_OPTIONS } from "./options-memory.ts";

const chosen = { ...DEFAULT_OPTIONS, language: "de", variants: 5, brandVoice: "a small bakery" };

function memoryOf(kept: string | null = null) {
  let text = kept;
  return createOptionsMemory(() => ({
    getItem: () => text,
    setItem: (_, value) => {
      text = value;
    },
  }));
}

describe("the options memory", () => {
  it("knows what was chosen, but for what was meant once", () => {
    const memory = memoryOf();
    memory.keep({ ...chosen, instruction: "mention the weekend" });
    expect(memory.find()).toEqual(chosen);
  });

  it.each([
    ["a tone of one's own that was emptied", { tone: { custom: "" } }],
    ["a length that is none", { length: { maxCharacters: 0 } }],
    ["a platform that is gone", { platform: "myspace" }],
    ["an option that is gone", { colour: "red" }],
  ])("loses %s, and nothing else", (_, wrong) => {
    const memory = memoryOf(JSON.stringify({ ...chosen, ...wrong }));
    expect(memory.find()).toEqual(chosen);
  });

  it.each([[null], ["{"], ["null"], ["7"], ["[]"]])("has the usual options of %s", (kept) => {
    expect(memoryOf(kept).find()).toEqual(DEFAULT_OPTIONS);
  });

  it("does without a store that cannot be used", () => {
    const memory = createOptionsMemory(() => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    });
    memory.keep(chosen);
    expect(memory.find()).toEqual(DEFAULT_OPTIONS);
  });
});
