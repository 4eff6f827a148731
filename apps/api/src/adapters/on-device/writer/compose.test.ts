import type { CaptionOptionsInput, PresetLength } from "@caption-generator/schema";
import {
  captionOptionsSchema,
  countCharacters,
  effectiveLimits,
  PLATFORM_IDS,
  TONES,
} from "@caption-generator/schema";
import { describe, expect, it } from "vitest";
import { makeSight, makeThing } from "../../../testing/make-sight.ts";
import type { Sight } from "../sight/sight.ts";
import { compose } from "./compose.ts";

const box = { x: 0.05, y: 0.1, width: 0.3, height: 0.8 };
const SIGHTS: Readonly<Record<string, Sight>> = {
  "nothing made out": makeSight(),
  "one colour in even light": makeSight({ colours: [{ name: "grey", share: 1 }], light: "even" }),
  "a black-and-white picture": makeSight({ colourfulness: "monochrome" }),
  "a dog": makeSight({ things: [makeThing("dog")], light: "warm", brightest: "top" }),
  "a portrait": makeSight({ things: [makeThing("person", { area: 0.5 })], empty: "left" }),
  "several people": makeSight({ things: [makeThing("person", { count: 5 })] }),
  "a car and a person": makeSight({ things: [makeThing("car"), makeThing("person", { box })] }),
  "some animal": makeSight({ things: [makeThing("cat", { label: null })], colourfulness: "vivid" }),
  "people far off": makeSight({ things: [makeThing("person", { area: 0.004, count: 2 })] }),
  "somebody else's words": makeSight({
    things: [makeThing("pizza", { box: { x: 0, y: 0, width: 0, height: 0 } })],
  }),
};
const LENGTHS: readonly PresetLength[] = ["short", "medium", "long"];

function composed(sight: Sight, options: CaptionOptionsInput, previous: readonly string[] = []) {
  const parsed = captionOptionsSchema.parse(options);
  return compose({ sight, options: parsed, limits: effectiveLimits(parsed), previous });
}

const bodies = (...args: Parameters<typeof composed>) => composed(...args).map(({ body }) => body);
const A_DOG = SIGHTS["a dog"] ?? makeSight();

describe.each(Object.entries(SIGHTS))("captions of %s", (_, sight) => {
  it.each(TONES)("are whole sentences, all different, in a %s tone of any length", (tone) => {
    for (const length of LENGTHS) {
      const texts = bodies(sight, { tone, length, variants: 5 });
      expect(new Set(texts).size).toBe(5);
      for (const text of texts) {
        expect(text).toMatch(/^[\p{Lu}\d"“].*[.!?]$/su);
        expect(text).not.toMatch(/[{}]|undefined|null| {2}|\ba [aeio]|\.\.$/u);
      }
    }
  });

  it.each(PLATFORM_IDS)("keep the limits of %s, hashtags included", (platform) => {
    for (const length of [...LENGTHS, { maxCharacters: 40 }]) {
      const options = captionOptionsSchema.parse({ platform, length, hashtags: 5, emoji: true });
      const limits = effectiveLimits(options);
      for (const { body, hashtags } of compose({ sight, options, limits, previous: [] })) {
        const post = [body, ...hashtags].join(" ");
        expect(countCharacters(post, limits.counting)).toBeLessThanOrEqual(limits.maxCharacters);
      }
    }
  });

  it("say more the longer they may be", () => {
    const sizes = LENGTHS.map((length) => bodies(sight, { length, variants: 5 }).join("").length);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(new Set(sizes).size).toBe(3);
  });
});

describe("captions", () => {
  it("name what was made out", () => {
    for (const tone of TONES) {
      expect(bodies(A_DOG, { tone, variants: 5 }).join(" ")).toMatch(/\bdog\b/u);
    }
  });

  it("name nothing where nothing was made out", () => {
    for (const tone of TONES) {
      const text = bodies(makeSight(), { tone, length: "long", variants: 5 }).join(" ");
      expect(text).not.toMatch(/\b(?:dog|cat|car|animal|vehicle|portrait)\b/iu);
    }
  });

  it("say the kind alone where only the kind is sure", () => {
    const text = bodies(SIGHTS["some animal"] ?? A_DOG, { length: "long", variants: 5 }).join(" ");
    expect(text).toMatch(/\banimal\b/u);
    expect(text).not.toMatch(/\bcat\b/iu);
  });

  it("differ by tone", () => {
    const all = TONES.flatMap((tone) => bodies(A_DOG, { tone, variants: 3 }));
    expect(new Set(all).size).toBe(TONES.length * 3);
  });

  it("are the same for the same request, so that a job can run twice", () => {
    const options = { tone: "witty", length: "long", variants: 5, hashtags: 4 } as const;
    expect(composed(A_DOG, options)).toEqual(composed(A_DOG, options));
  });

  it("are others than before, where there are others", () => {
    const options = { variants: 3 };
    const first = bodies(A_DOG, options);
    for (const text of bodies(A_DOG, options, first)) expect(first).not.toContain(text);
  });

  it("repeat themselves rather than be too few", () => {
    const options = { length: { maxCharacters: 20 }, variants: 5 } as const;
    const all = Array.from({ length: 8 }).reduce<string[]>(
      (previous) => [...previous, ...bodies(A_DOG, options, previous)],
      [],
    );
    expect(bodies(A_DOG, options, all)).toHaveLength(5);
  });

  it("begin with the words of whoever saw more, in every other one", () => {
    const options = captionOptionsSchema.parse({ length: "medium", variants: 2 });
    const lead = "A terrier sleeps on a red sofa.";
    const limits = effectiveLimits(options);
    const [first, second] = compose({ sight: A_DOG, lead, options, limits, previous: [] });
    expect(first?.body.startsWith(lead)).toBe(true);
    expect(second?.body).not.toContain(lead);
  });
});

describe("an instruction", () => {
  const asked = (instruction: string, options: CaptionOptionsInput = {}) =>
    composed(A_DOG, { length: "medium", variants: 5, ...options, instruction });

  it("has things mentioned in each caption", () => {
    for (const { body } of asked("mention our summer sale")) {
      expect(body).toContain("our summer sale");
    }
  });

  it("has words left out", () => {
    for (const { body } of asked("without the word dog")) expect(body).not.toMatch(/\bdog\b/iu);
  });

  it("has a question asked", () => {
    for (const { body } of asked("ask a question")) expect(body).toContain("?");
  });

  it("has exclamation marks calmed", () => {
    const plain = asked("", { tone: "playful", length: "long" });
    expect(plain.some(({ body }) => body.includes("!"))).toBe(true);
    for (const { body } of asked("no exclamation marks", { tone: "playful", length: "long" })) {
      expect(body).not.toContain("!");
    }
  });

  it("has all written in lower case", () => {
    for (const { body } of asked("lowercase please")) expect(body).toBe(body.toLowerCase());
  });

  it("has hashtags and emoji left out, whatever the options say", () => {
    for (const { body, hashtags } of asked("no hashtags, no emoji", { hashtags: 5, emoji: true })) {
      expect(hashtags).toEqual([]);
      expect(body).not.toMatch(/\p{Extended_Pictographic}/u);
    }
  });

  it("has them shorter or longer than the option says", () => {
    const size = (drafts: ReturnType<typeof asked>) =>
      drafts.map(({ body }) => body).join("").length;
    expect(size(asked("shorter"))).toBeLessThan(size(asked("")));
    expect(size(asked("make it longer"))).toBeGreaterThan(size(asked("")));
  });
});
