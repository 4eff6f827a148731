import { describe, expect, it } from "vitest";
import { offeredLanguage } from "./offered-language.ts";

describe("offeredLanguage", () => {
  it.each([
    ["any language where any is offered", "de", "any", "de"],
    ["what was chosen, until the service has said what it offers", "de", undefined, "de"],
    ["what was chosen, where it is on the list", "de", ["en", "de"], "de"],
    ["the language without its region, where only that is offered", "en-GB", ["fr", "en"], "en"],
    ["the first of the list, where nothing fits", "de", ["en"], "en"],
  ] as const)("gives %s", (_, chosen, languages, given) => {
    expect(offeredLanguage(chosen, languages)).toBe(given);
  });
});
