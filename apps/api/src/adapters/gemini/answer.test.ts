import { describe, expect, test } from "vitest";
import { readAnswer } from "./answer.ts";
import { readResponse } from "./response.ts";

const ANSWER = {
  description: "A dog runs on a beach.",
  altText: "A brown dog runs along the water.",
  pictures: [],
  captions: [
    { body: "Low tide, high spirits.", hashtags: ["#dog"], restsOn: ["P1"] },
    { body: "He was told to stay.", hashtags: [], restsOn: [] },
  ],
};

const say = (...parts: readonly object[]) => ({
  candidates: [{ content: { role: "model", parts }, finishReason: "STOP", index: 0 }],
});

const read = (raw: unknown, variants = 2) => readAnswer(readResponse(raw), variants);

describe("an answer", () => {
  test("is read from one part", () => {
    const outcome = read(say({ text: JSON.stringify(ANSWER) }));
    expect(outcome).toEqual({ kind: "answer", answer: ANSWER });
  });

  test("is put together from several parts, without the thoughts", () => {
    const text = JSON.stringify(ANSWER);
    const outcome = read(
      say(
        { text: "**Considering the dog**", thought: true },
        { text: text.slice(0, 40) },
        { text: text.slice(40), thoughtSignature: "c2ln" },
      ),
    );
    expect(outcome).toEqual({ kind: "answer", answer: ANSWER });
  });

  test("loses the captions that nobody asked for", () => {
    const outcome = read(say({ text: JSON.stringify(ANSWER) }), 1);
    expect(outcome).toMatchObject({ answer: { captions: [ANSWER.captions[0]] } });
  });

  test("may leave out its hashtags", () => {
    const text = JSON.stringify({ ...ANSWER, captions: [{ body: "Low tide." }] });
    const outcome = read(say({ text }), 1);
    expect(outcome).toMatchObject({ answer: { captions: [{ body: "Low tide.", hashtags: [] }] } });
  });

  test("holds nothing that the database refuses: no NUL, and no half of a surrogate pair", () => {
    const odd = (text: string) => `${text}\0 \ud83d`;
    const answer = {
      description: odd("A dog."),
      altText: odd("A brown dog."),
      pictures: [odd("A beach.")],
      captions: [{ body: odd("Low tide."), hashtags: [odd("#dog")], restsOn: ["P1\0"] }],
    };
    expect(read(say({ text: JSON.stringify(answer) }), 1)).toEqual({
      kind: "answer",
      answer: {
        description: "A dog. \ufffd",
        altText: "A brown dog. \ufffd",
        pictures: ["A beach. \ufffd"],
        captions: [{ body: "Low tide. \ufffd", hashtags: ["#dog \ufffd"], restsOn: ["P1"] }],
      },
    });
  });

  test("counts even if it ended at the last token there was room for", () => {
    const [candidate] = say({ text: JSON.stringify(ANSWER) }).candidates;
    const outcome = read({ candidates: [{ ...candidate, finishReason: "MAX_TOKENS" }] });
    expect(outcome.kind).toBe("answer");
  });
});

describe("no answer", () => {
  test.each([
    ["too few captions", { ...ANSWER, captions: ANSWER.captions.slice(1) }, /1 of the 2 captions/u],
    [
      "an empty caption",
      { ...ANSWER, captions: [{ body: " ", hashtags: [] }] },
      /captions\.0\.body/u,
    ],
    ["no alt text", { ...ANSWER, altText: undefined }, /altText/u],
    ["captions that are no list", { ...ANSWER, captions: "none" }, /captions/u],
    ["something else than an object", [1], /the top/u],
  ])("%s: unusable, and the reason says so", (_, answer, why) => {
    const outcome = read(say({ text: JSON.stringify(answer) }));
    expect(outcome).toEqual({ kind: "unusable", why: expect.stringMatching(why) });
  });

  test.each([
    ["text that is not JSON", say({ text: "Sure! Here you are." }), "was not JSON"],
    ["nothing but thoughts", say({ text: "Hm.", thought: true }), "was empty"],
    ["no candidate and no reason", {}, "was empty"],
    ["an end that says nothing", { candidates: [{ finishReason: "OTHER" }] }, "was empty"],
    ["another service's JSON", { candidates: "none" }, "was not of the form it documents"],
  ])("%s: unusable", (_, raw, why) => {
    expect(read(raw)).toEqual({ kind: "unusable", why });
  });

  test("is truncated where thinking took all the room", () => {
    const outcome = read({ candidates: [{ content: {}, finishReason: "MAX_TOKENS", index: 0 }] });
    expect(outcome).toEqual({ kind: "truncated" });
  });

  test("is truncated where the JSON breaks off for want of room", () => {
    const parts = [{ text: JSON.stringify(ANSWER).slice(0, 50) }];
    const outcome = read({ candidates: [{ content: { parts }, finishReason: "MAX_TOKENS" }] });
    expect(outcome).toEqual({ kind: "truncated" });
  });

  test("is blocked where the prompt was refused", () => {
    const outcome = read({ promptFeedback: { blockReason: "PROHIBITED_CONTENT" } });
    expect(outcome).toEqual({ kind: "blocked", reason: "PROHIBITED_CONTENT" });
  });

  test("is blocked where the candidate was held back, whatever it had said", () => {
    const [candidate] = say({ text: JSON.stringify(ANSWER) }).candidates;
    const outcome = read({ candidates: [{ ...candidate, finishReason: "SAFETY" }] });
    expect(outcome).toEqual({ kind: "blocked", reason: "SAFETY" });
  });
});

describe("tokens", () => {
  test("of thinking count as output", () => {
    const usageMetadata = {
      promptTokenCount: 1_200,
      candidatesTokenCount: 90,
      thoughtsTokenCount: 300,
      totalTokenCount: 1_590,
    };
    expect(readResponse({ usageMetadata })?.tokens).toEqual({ input: 1_200, output: 390 });
  });

  test("that are not told are none", () => {
    const usageMetadata = { promptTokenCount: 1_200 };
    expect(readResponse({ usageMetadata })?.tokens).toEqual({ input: 1_200, output: 0 });
    expect(readResponse({})?.tokens).toEqual({ input: 0, output: 0 });
  });
});
