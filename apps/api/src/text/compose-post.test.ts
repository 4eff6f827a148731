import { countCharacters, PLATFORM_IDS } from "@caption-generator/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composePost, joinPost } from "./compose-post.ts";

const graphemes = (maxCharacters: number) => ({ maxCharacters, counting: "graphemes" }) as const;

describe("joinPost", () => {
  it("puts hashtags in the line where posts are short, and below it elsewhere", () => {
    expect(joinPost("Salt.", ["#Sea", "#Sun"], "x")).toBe("Salt. #Sea #Sun");
    expect(joinPost("Salt.", ["#Sea", "#Sun"], "instagram")).toBe("Salt.\n\n#Sea #Sun");
    expect(joinPost("Salt.", ["#Sea"], undefined)).toBe("Salt.\n\n#Sea");
    expect(joinPost("Salt.\nWind.", ["#Sea"], "x")).toBe("Salt.\nWind.\n\n#Sea");
  });

  it("adds nothing where there are no hashtags", () => {
    expect(joinPost("Salt.", [], "x")).toBe("Salt.");
  });
});

describe("composePost", () => {
  it("leaves a post that fits as it is", () => {
    const post = composePost({ body: "Salt.", hashtags: ["#Sea"] }, "x", graphemes(20));
    expect(post).toEqual({
      text: "Salt. #Sea",
      body: "Salt.",
      hashtags: ["#Sea"],
      characters: 10,
      cut: false,
    });
  });

  it("cuts the body where hashtags take their share and no more", () => {
    const body = "The tide is out. The gulls are in.";
    const post = composePost({ body, hashtags: ["#Sea"] }, "x", graphemes(30));
    expect(post).toMatchObject({ text: "The tide is out. #Sea", hashtags: ["#Sea"], cut: true });
  });

  it("drops hashtags from the end while they take more than a third, then keeps the body whole", () => {
    const hashtags = ["#SeaSide", "#SunShine", "#SandCastle"];
    const post = composePost({ body: "The tide is out.", hashtags }, "x", graphemes(30));
    expect(post).toMatchObject({ text: "The tide is out. #SeaSide", cut: true });
  });

  it("keeps hashtags that take more than a third as long as everything fits", () => {
    const hashtags = ["#SeaSide", "#SunShine"];
    const post = composePost({ body: "Out.", hashtags }, "x", graphemes(30));
    expect(post).toMatchObject({ text: "Out. #SeaSide #SunShine", cut: false });
  });

  it("keeps the limit for any body, hashtags and platform, and says how long it is", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 400 }),
        fc.array(fc.stringMatching(/^#[a-z]{1,20}$/), { maxLength: 30 }),
        fc.constantFrom(...PLATFORM_IDS, undefined),
        fc.integer({ min: 20, max: 300 }),
        fc.constantFrom("graphemes", "x", "mastodon"),
        (body, hashtags, platform, maxCharacters, counting) => {
          const post = composePost({ body, hashtags }, platform, { maxCharacters, counting });
          expect(post.characters).toBe(countCharacters(post.text, counting));
          expect(post.characters).toBeLessThanOrEqual(maxCharacters);
          expect(post.text).toBe(joinPost(post.body, post.hashtags, platform));
        },
      ),
      { numRuns: 400 },
    );
  });
});
