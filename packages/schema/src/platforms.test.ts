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

  it("count in ways of their own on X, Threads and Mastodon alone", () => {
    const countings = PLATFORM_IDS.map((id) => [id, PLATFORMS[id].counting]);
    const special = countings.filter(([, counting]) => counting !== "graphemes");
    expect(Object.fromEntries(special)).toEqual({
      x: "x",
      threads: "threads",
      mastodon: "mastodon",
    });
  });

  it("limit bytes on Bluesky alone", () => {
    const inBytes = PLATFORM_IDS.filter((id) => "maxBytes" in PLATFORMS[id]);
    expect(inBytes).toEqual(["bluesky"]);
    expect(PLATFORMS.bluesky.maxBytes).toBe(3_000);
  });
});
