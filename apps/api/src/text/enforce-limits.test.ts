import type { CaptionOptionsInput } from "@caption-generator/schema";
import {
  captionOptionsSchema,
  countBytes,
  countCharacters,
  effectiveLimits,
  PLATFORM_IDS,
} from "@caption-generator/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaptionDraft } from "../ports/caption-model.ts";
import { enforceLimits } from "./enforce-limits.ts";

const ALT = "A dog runs along a beach.";

function enforce(
  drafts: readonly (string | CaptionDraft)[],
  asked: CaptionOptionsInput = {},
  altText = ALT,
) {
  const options = captionOptionsSchema.parse({ variants: drafts.length || 1, ...asked });
  const whole = drafts.map((draft) =>
    typeof draft === "string" ? { body: draft, hashtags: [] } : draft,
  );
  return enforceLimits({ drafts: whole, altText }, options, effectiveLimits(options));
}

const limitsOf = (asked: CaptionOptionsInput) => effectiveLimits(captionOptionsSchema.parse(asked));

const texts = ({ result }: ReturnType<typeof enforce>) => result.variants.map(({ text }) => text);

describe("enforceLimits", () => {
  it("passes an answer without faults on as it is", () => {
    expect(enforce([{ body: "Salt.", hashtags: ["sea"] }], { hashtags: 2, platform: "x" })).toEqual(
      {
        result: {
          variants: [
            {
              text: "Salt. #sea",
              body: "Salt.",
              hashtags: ["#sea"],
              characters: 10,
              limit: 280,
              cut: false,
            },
          ],
          altText: { text: ALT, characters: 25, limit: 1_000 },
        },
        faults: [],
      },
    );
  });

  it("keeps the moments of a video that a caption rests on", () => {
    const evidence = [{ kind: "said", at: 2.5, words: "Cast off!" }] as const;
    const { result } = enforce([{ body: "Salt.", hashtags: [], evidence }, "Sand."]);
    expect(result.variants.map((variant) => variant.evidence)).toEqual([evidence, undefined]);
  });

  it("names a caption that is too long with both numbers, and cuts it anyway", () => {
    const long = "The tide is out and the gulls are in. ".repeat(4).trim();
    const { result, faults } = enforce(["Salt.", long], { length: "short" });
    expect(faults).toEqual(["Caption 2 has 151 characters; the limit is 100."]);
    expect(result.variants[1]).toMatchObject({
      text: "The tide is out and the gulls are in. The tide is out and the gulls are in.",
      cut: true,
      limit: 100,
    });
  });

  it("counts the hashtags along with the caption", () => {
    const draft = { body: "The tide is out.", hashtags: ["SeaSide"] };
    expect(enforce([draft], { length: { maxCharacters: 20 }, hashtags: 1 }).faults).toEqual([
      "Caption 1 has 26 characters with its hashtags; the limit is 20.",
    ]);
  });

  it("counts as the platform does: 150 Japanese characters are too long for X and not for Bluesky", () => {
    const body = "海".repeat(150);
    expect(enforce([body], { platform: "x", length: "long" }).faults).toHaveLength(1);
    expect(enforce([body], { platform: "bluesky", length: "long" }).faults).toEqual([]);
  });

  it("names a post with too many bytes for Bluesky, and cuts it, though its characters are few", () => {
    const { result, faults } = enforce(["👨‍👩‍👧‍👦".repeat(150)], {
      platform: "bluesky",
      length: "long",
      emoji: true,
    });
    expect(faults).toEqual(["Caption 1 has 3750 bytes in UTF-8; the limit is 3000."]);
    expect(result.variants[0]).toMatchObject({ characters: 120, limit: 300, cut: true });
  });

  it("counts an emoji on Threads by its bytes", () => {
    const body = `Salt ${"😀".repeat(130)}`;
    const asked = { length: "long", emoji: true } as const;
    expect(enforce([body], { ...asked, platform: "threads" }).faults).toEqual([
      "Caption 1 has 525 characters; the limit is 500.",
    ]);
    expect(enforce([body], { ...asked, platform: "mastodon" }).faults).toEqual([]);
  });

  it("names a repetition, whatever its case and punctuation, and shows it once", () => {
    const enforced = enforce(["Salt on skin.", "Sand.", "salt on skin!"]);
    expect(enforced.faults).toEqual(["Caption 3 repeats caption 1."]);
    expect(texts(enforced)).toEqual(["Salt on skin.", "Sand."]);
  });

  it("shows captions that became the same by being cut only once", () => {
    const start = "One and the same sentence, long enough to fill more than half of it.";
    const enforced = enforce(
      [`${start} Then this follows, and more.`, `${start} Then that, at length, too.`],
      {
        length: { maxCharacters: 80 },
      },
    );
    expect(texts(enforced)).toEqual([start]);
  });

  it("names what is missing or empty, and shows the rest", () => {
    const enforced = enforce(["Salt.", "#only #tags"], { variants: 3 });
    expect(enforced.faults).toEqual([
      "There are 2 captions; 3 were asked for.",
      "Caption 2 is empty.",
    ]);
    expect(texts(enforced)).toEqual(["Salt."]);
  });

  it("shows no more captions than were asked for", () => {
    expect(texts(enforce(["One.", "Two.", "Three."], { variants: 2 }))).toEqual(["One.", "Two."]);
  });

  it("mends chatter, quotes, hashtags and emoji itself, without a fault", () => {
    const draft = { body: 'Caption 1: "Salt on skin 🌊!" #sea #sun', hashtags: ["sand", "Sea"] };
    const enforced = enforce([draft], { hashtags: 2, platform: "x" });
    expect(enforced.faults).toEqual([]);
    expect(texts(enforced)).toEqual(["Salt on skin! #sand #Sea"]);
  });

  it("tells the model of those too once it has to write again", () => {
    const draft = { body: "Here is your caption: Salt 🌊", hashtags: ["sea"] };
    expect(enforce([draft, "Salt"]).faults).toEqual([
      "Caption 1 has 1 hashtag; none are wanted.",
      'Caption 1 speaks about itself or of "an image of"; write the caption alone.',
      "Caption 1 has emoji; none are wanted.",
      "Caption 2 repeats caption 1.",
    ]);
  });

  it("counts hashtags within a sentence, and makes words of them where they are too many", () => {
    const draft = { body: "A #GoldenHour by the sea.", hashtags: ["sun", "sand"] };
    expect(texts(enforce([draft], { hashtags: 2, platform: "x" }))).toEqual([
      "A #GoldenHour by the sea. #sun",
    ]);
    expect(texts(enforce([draft], { hashtags: 0 }))).toEqual(["A Golden Hour by the sea."]);
  });

  it("cleans the alt text, and cuts one that is too long for its platform", () => {
    const long = `Image of a dog 🐶\n\nin the snow. ${"It runs and runs. ".repeat(10)}`;
    const { result, faults } = enforce(["Salt."], { platform: "instagram" }, long);
    expect(faults).toEqual([
      expect.stringMatching(/^The alt text has \d+ characters; the limit is 100\.$/),
    ]);
    expect(result.altText.text).toMatch(/^A dog in the snow\. It runs and runs\..*\.$/);
    expect(result.altText.characters).toBeLessThanOrEqual(100);
  });

  it("lets the caption stand for an alt text that is missing, and the other way round", () => {
    const withoutAlt = enforce(["Salt on skin."], {}, "  ");
    expect(withoutAlt.result.altText.text).toBe("Salt on skin.");
    expect(withoutAlt.faults).toEqual(["The alt text is empty."]);
    expect(texts(enforce([], {}))).toEqual([ALT]);
  });

  it("gives up on an answer without a word", () => {
    expect(() => enforce(["#only", " "], {}, "")).toThrow(
      expect.objectContaining({ code: "model_answer_unusable", retryable: true }),
    );
  });

  it("keeps every limit, whatever a model writes", () => {
    const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 400 });
    const families = fc.integer({ min: 1, max: 320 }).map((many) => "👨‍👩‍👧‍👦".repeat(many));
    const body = fc.oneof({ arbitrary: words, weight: 4 }, families);
    const draft = fc.record({ body, hashtags: fc.array(fc.string(), { maxLength: 8 }) });
    fc.assert(
      fc.property(
        fc.array(draft, { minLength: 1, maxLength: 6 }),
        fc.string({ unit: "grapheme" }),
        fc.record({
          platform: fc.constantFrom(...PLATFORM_IDS, undefined),
          length: fc.record({ maxCharacters: fc.integer({ min: 20, max: 300 }) }),
          hashtags: fc.nat(5),
          emoji: fc.boolean(),
          variants: fc.integer({ min: 1, max: 5 }),
        }),
        (drafts, altText, { platform, ...asked }) => {
          const options = platform === undefined ? asked : { ...asked, platform };
          const { result } = enforce([...drafts, "Words."], options, `Alt. ${altText}`);
          expect(result.variants.length).toBeLessThanOrEqual(asked.variants);
          for (const variant of result.variants) {
            const {
              maxCharacters,
              maxBytes = Number.POSITIVE_INFINITY,
              counting,
            } = limitsOf(options);
            expect(variant.characters).toBe(countCharacters(variant.text, counting));
            expect(variant.characters).toBeLessThanOrEqual(maxCharacters);
            expect(countBytes(variant.text)).toBeLessThanOrEqual(maxBytes);
            expect(variant.hashtags.length).toBeLessThanOrEqual(asked.hashtags);
          }
          expect(result.altText.text).not.toBe("");
          expect(result.altText.characters).toBeLessThanOrEqual(result.altText.limit);
        },
      ),
      { numRuns: 300 },
    );
  });
});
