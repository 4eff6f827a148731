/** How a platform counts the characters of a post; see `count.ts`. */
export type Counting = "graphemes" | "x" | "mastodon";

export interface Platform {
  readonly name: string;
  /** The most characters a post may have, counted as `counting` says. */
  readonly maxCharacters: number;
  /** The most characters its alt text may have, in graphemes. */
  readonly maxAltText: number;
  readonly counting: Counting;
}

/**
 * What each platform takes, from its own help pages as of 2026-11. TikTok has no alt-text field
 * for photos, so it gets the default.
 */
export const PLATFORMS = {
  x: { name: "X", maxCharacters: 280, maxAltText: 1_000, counting: "x" },
  bluesky: { name: "Bluesky", maxCharacters: 300, maxAltText: 2_000, counting: "graphemes" },
  threads: { name: "Threads", maxCharacters: 500, maxAltText: 1_000, counting: "graphemes" },
  mastodon: { name: "Mastodon", maxCharacters: 500, maxAltText: 1_500, counting: "mastodon" },
  pinterest: { name: "Pinterest", maxCharacters: 500, maxAltText: 500, counting: "graphemes" },
  instagram: { name: "Instagram", maxCharacters: 2_200, maxAltText: 100, counting: "graphemes" },
  tiktok: { name: "TikTok", maxCharacters: 2_200, maxAltText: 250, counting: "graphemes" },
  linkedin: { name: "LinkedIn", maxCharacters: 3_000, maxAltText: 300, counting: "graphemes" },
  facebook: { name: "Facebook", maxCharacters: 63_206, maxAltText: 100, counting: "graphemes" },
} as const satisfies Record<string, Platform>;

export type PlatformId = keyof typeof PLATFORMS;

export const PLATFORM_IDS = Object.keys(PLATFORMS) as [PlatformId, ...PlatformId[]];

/** The alt-text limit where no platform is chosen: what screen readers read without a pause. */
export const DEFAULT_MAX_ALT_TEXT = 250;
