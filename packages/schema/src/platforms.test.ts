import { describe, expect, it } from "vitest";
import { PLATFORM_IDS, PLATFORMS } from "./platforms.ts";

describe("platforms", () => {
  it("have the limits that their help pages name", () => {
    const limits = PLATFORM_IDS.map((id) => [id, PLATFORMS[id].maxCharacters]);
    expect(Object.fromEntries(limits)).toEqual({
      x: 280,
      bluesky: 300,
      threads: 500,
      mastodon: 500,
      pinterest: 500,
      instagram: 2_200,
      tiktok: 2_200,
      linkedin: 3_000,
      facebook: 63_206,
    });
  });

  it("count links as 23 on X and Mastodon alone", () => {
    const special = PLATFORM_IDS.filter((id) => PLATFORMS[id].counting !== "graphemes");
    expect(special).toEqual(["x", "mastodon"]);
  });
});
