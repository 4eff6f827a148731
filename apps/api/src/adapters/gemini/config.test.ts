import { describe, expect, test } from "vitest";
import { toSettings } from "./config.ts";

describe("toSettings", () => {
  test("takes a key of any form", () => {
    expect(toSettings({ apiKey: "AQ.whatever_Google-issues" }).apiKey).toBe(
      "AQ.whatever_Google-issues",
    );
  });

  test("takes off the line break that a copied key brings along", () => {
    expect(toSettings({ apiKey: " secret\n" }).apiKey).toBe("secret");
  });

  test.each(["", "two words", "two\nlines", "schlüssel"])(
    "refuses the key %j, which no header can carry, without repeating it",
    (apiKey) => {
      expect(() => toSettings({ apiKey })).toThrow(/^GEMINI_API_KEY is empty or contains .+$/u);
    },
  );

  test("takes the model's name with or without its collection", () => {
    expect(toSettings({ apiKey: "k", models: ["models/gemini-9"] }).models).toEqual(["gemini-9"]);
    expect(toSettings({ apiKey: "k", models: ["gemini-9"] }).models).toEqual(["gemini-9"]);
  });

  test("takes the base URL with or without a slash at its end", () => {
    expect(toSettings({ apiKey: "k", baseUrl: "http://proxy:1/gemini/" }).baseUrl).toBe(
      "http://proxy:1/gemini",
    );
  });
});
