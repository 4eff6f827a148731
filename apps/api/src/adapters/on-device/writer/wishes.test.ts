import { describe, expect, it } from "vitest";
import { readWishes, repairSentence } from "./wishes.ts";

const read = (instruction: string) => readWishes({ instruction });

describe("readWishes", () => {
  it("wishes for nothing where nothing is said", () => {
    expect(readWishes({})).toEqual({
      length: undefined,
      tone: undefined,
      mention: [],
      avoid: [],
      question: false,
      lowercase: false,
      hashtags: true,
      emoji: true,
    });
  });

  it.each([
    ["shorter", "shorter"],
    ["make it more concise", "shorter"],
    ["a bit longer, please", "longer"],
    ["with more detail", "longer"],
    ["about the sea", undefined],
  ])("reads the length in %j", (text, length) => {
    expect(read(text).length).toBe(length);
  });

  it.each([
    ["mention our summer sale", "our summer sale", false],
    ["mention that we open at nine", "we open at nine", true],
    ['say "hello there, all"', "hello there, all", true],
    ["highlight the red door and keep it short", "the red door", false],
    ["include the lighthouse, but no emoji", "the lighthouse", false],
  ])("reads what to work in from %j", (instruction, text, isSentence) => {
    expect(read(instruction).mention).toEqual([{ text, isSentence }]);
  });

  it.each(["don't mention the weather", "add a question", "add more detail", "say no more words"])(
    "works nothing in for %j",
    (text) => {
      expect(read(text).mention).toEqual([]);
    },
  );

  it.each([
    ["without exclamation marks", ["!"]],
    ["no questions", ["?"]],
    ["avoid the word quiet", ["quiet"]],
    ["don't use any hashtags", ["hashtags"]],
    ['never say "cosy"', ["cosy"]],
  ])("reads what to avoid from %j", (text, avoid) => {
    expect(read(text).avoid).toEqual(avoid);
  });

  it("does not take what is to be avoided for the tone", () => {
    expect(read("avoid funny").tone).toBeUndefined();
    expect(read("funnier").tone).toBe("witty");
  });

  it("takes words to avoid from the brand's voice, but neither tone nor length", () => {
    const wishes = readWishes({ brandVoice: "Dramatic, longer, never say cheap." });
    expect(wishes).toMatchObject({ avoid: ["cheap"], tone: undefined, length: undefined });
  });
});

describe("repairSentence", () => {
  it("rules out a sentence that has a word to avoid, as a whole word", () => {
    expect(repairSentence("A quiet day.", read("avoid the word quiet"))).toBeUndefined();
    expect(repairSentence("A quietly blue day.", read("avoid the word quiet"))).toBeDefined();
    expect(repairSentence("Is it?", read("no questions"))).toBeUndefined();
  });

  it("calms exclamation marks, which leave the sentence whole", () => {
    expect(repairSentence("What a day!", read("no exclamation marks"))).toBe("What a day.");
  });
});
