import type { CaptionOptionsInput } from "@caption-generator/schema";
import { TONES, usageSchema } from "@caption-generator/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaptionAnswer, CaptionModel, CaptionRequest } from "../../ports/caption-model.ts";
import { makeCaptionRequest } from "../make-caption-request.ts";

export interface CaptionModelUnderTest {
  readonly model: CaptionModel;
  /** Ends what the model was tested against; the model itself is closed before. */
  close(): Promise<void>;
}

/** What every caption model does, wherever it thinks. One model serves the whole suite. */
export function captionModelContract(name: string, open: () => Promise<CaptionModelUnderTest>) {
  describe(`${name} as a caption model`, () => {
    let tested: CaptionModelUnderTest;
    beforeAll(async () => {
      tested = await open();
    });
    afterAll(async () => {
      await tested.model.close();
      await tested.close();
    });

    const write = async (
      options: CaptionOptionsInput = {},
      overrides: Partial<CaptionRequest> = {},
    ) => tested.model.write(await makeCaptionRequest(options, overrides));

    function expectCaptions({ drafts, altText, seen, usage }: CaptionAnswer, count: number) {
      expect(drafts).toHaveLength(count);
      for (const { body } of drafts) expect(body.trim()).not.toBe("");
      expect(new Set(drafts.map(({ body }) => body)).size).toBe(count);
      expect(altText.trim()).not.toBe("");
      expect(seen.description.trim()).not.toBe("");
      expect(usageSchema.parse(usage)).toEqual(usage);
      expect(usage.calls).toBeGreaterThanOrEqual(1);
    }

    it("says what it is, as keys of the cache need it", () => {
      const { id, promptVersion, languages } = tested.model;
      expect(id).toMatch(/^[\w-]+:\S+$/u);
      expect(promptVersion).not.toBe("");
      const tags = languages === "any" ? [] : [...languages];
      expect(Intl.getCanonicalLocales(tags)).toEqual(tags);
    });

    it.each([1, 3, 5])("writes %i captions of a photo, each another", async (variants) => {
      expectCaptions(await write({ variants }), variants);
    });

    it.each(TONES)("writes in a %s tone", async (tone) => {
      expectCaptions(await write({ tone, variants: 2 }), 2);
    });

    it("takes every option at once", async () => {
      const options = {
        tone: { custom: "like a pirate" },
        length: { maxCharacters: 120 },
        platform: "mastodon",
        hashtags: 3,
        emoji: true,
        variants: 2,
        brandVoice: "Warm and plain.",
        instruction: "Mention the sea.",
      } as const;
      expectCaptions(await write(options), 2);
    });

    it("sees what outlives JSON, and writes anew from that alone", async () => {
      const first = await write({ variants: 2 });
      const seen = JSON.parse(JSON.stringify(first.seen));
      expect(seen).toEqual(first.seen);
      const previous = first.drafts.map(({ body }) => body);
      const source = { kind: "seen", seen, previous } as const;
      expectCaptions(await write({ tone: "dramatic", variants: 2 }, { source }), 2);
    });

    it("writes from what another model saw", async () => {
      const seen = { description: "A dog runs along a beach at sunset.", facts: { of: "others" } };
      expectCaptions(await write({}, { source: { kind: "seen", seen, previous: [] } }), 3);
    });

    it("writes again where it is told of faults", async () => {
      const first = await write({ variants: 2, length: "short" });
      const { drafts, altText } = first;
      const faults = ["Caption 1 has 312 characters; the limit is 100."];
      const again = await write(
        { variants: 2, length: "short" },
        { repair: { drafts, altText, faults } },
      );
      expectCaptions(again, 2);
    });

    it("serves several at once", async () => {
      const counts = [1, 2, 3, 4];
      const answers = await Promise.all(counts.map((variants) => write({ variants })));
      for (const [index, answer] of answers.entries()) expectCaptions(answer, counts[index] ?? 0);
    });

    it("stops with the signal's reason, before it began and while it works", async () => {
      const reason = new Error("cancelled by the person");
      await expect(write({}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      const abort = new AbortController();
      const writing = write({}, { signal: abort.signal });
      setImmediate(() => abort.abort(reason));
      await expect(writing).rejects.toBe(reason);
      expectCaptions(await write(), 3);
    });

    it("writes the languages it names, and says so of others", async () => {
      const { languages } = tested.model;
      const own = languages === "any" ? "ja" : (languages[0] ?? "en");
      expectCaptions(await write({ language: own, variants: 1 }), 1);
      if (languages === "any") return;
      await expect(write({ language: "tlh" })).rejects.toMatchObject({
        code: "language_unsupported",
        retryable: false,
      });
    });
  });
}
