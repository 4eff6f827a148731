import { describe, expect, it } from "vitest";
import { captionOptionsSchema, effectiveLimits } from "./options.ts";

const messages = (input: unknown) =>
  captionOptionsSchema.safeParse(input).error?.issues.map((issue) => issue.message) ?? [];

describe("caption options", () => {
  it("are whole when nothing is said", () => {
    expect(captionOptionsSchema.parse({})).toEqual({
      tone: "casual",
      length: "medium",
      language: "en",
      hashtags: 0,
      emoji: false,
      variants: 3,
    });
  });

  it("take a tone and a length in a person's own terms", () => {
    const own = { tone: { custom: " like a pirate " }, length: { maxCharacters: 140 } };
    expect(captionOptionsSchema.parse(own)).toMatchObject({
      tone: { custom: "like a pirate" },
      length: { maxCharacters: 140 },
    });
  });

  it.each([
    ["pt-br", "pt-BR"],
    ["ZH-hant", "zh-Hant"],
    ["iw", "he"],
  ])("write the language %s as %s", (said, canonical) => {
    expect(captionOptionsSchema.parse({ language: said }).language).toBe(canonical);
  });

  it.each([
    [{ variants: 6 }],
    [{ variants: 0 }],
    [{ variants: 1.5 }],
    [{ hashtags: 31 }],
    [{ tone: "angry" }],
    [{ tone: { custom: "   " } }],
    [{ length: "huge" }],
    [{ length: { maxCharacters: 19 } }],
    [{ platform: "myspace" }],
    [{ instruction: "x".repeat(10_000) }],
    [{ brandVoice: "x".repeat(501) }],
    [{ language: "not a language" }],
    [{ colour: "red" }],
  ])("refuse %j", (input) => {
    expect(messages(input)).toHaveLength(1);
  });

  it("name the choices where a tone, a length or a language is none of them", () => {
    expect(messages({ tone: "angry" })[0]).toContain("professional, casual, witty");
    expect(messages({ length: "huge" })[0]).toContain('{"maxCharacters": N}');
    expect(messages({ language: "??" })[0]).toContain('"??" is no language tag');
  });
});

describe("effective limits", () => {
  it("are the asked length where no platform is chosen", () => {
    expect(effectiveLimits({ length: "short" })).toEqual({
      maxCharacters: 100,
      maxAltText: 250,
      counting: "graphemes",
    });
  });

  it("are the platform's where that is tighter, and the asked length where that is", () => {
    expect(effectiveLimits({ length: "long", platform: "x" })).toEqual({
      maxCharacters: 280,
      maxAltText: 1_000,
      counting: "x",
    });
    expect(effectiveLimits({ length: "long", platform: "bluesky" })).toEqual({
      maxCharacters: 300,
      maxBytes: 3_000,
      maxAltText: 2_000,
      counting: "graphemes",
    });
    expect(
      effectiveLimits({ length: { maxCharacters: 50 }, platform: "mastodon" }).maxCharacters,
    ).toBe(50);
  });
});
