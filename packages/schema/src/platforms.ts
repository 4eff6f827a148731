/** How a platform counts the characters of a post; see `count.ts`. */
export type Counting = "graphemes" | "x" | "mastodon" | "threads";

export interface Platform {
  readonly name: string;
  /** The most characters a post may have, counted as `counting` says. */
  readonly maxCharacters: number;
  /** The most bytes a post may have in UTF-8, where its platform limits these as well. */
  readonly maxBytes?: number;
  /** The most characters its alt text may have, in graphemes. */
  readonly maxAltText: number;
  readonly counting: Counting;
}

/**
 * What each platform takes, from its own pages as of 2026-11; in particular
 *
 * - X: twitter-text's configuration v3
 * - Bluesky: `text` in the lexicon app.bsky.feed.post, 300 graphemes and 3000 bytes
 * - Threads: "Limitations" of developers.facebook.com/documentation/threads/posts, 500 characters
 *   with emoji as their UTF-8 bytes
 * - Mastodon: its StatusLengthValidator
 *
 * TikTok has no alt-text field for photos, so it gets the default.
 */
export const PLATFORMS = {
  x: { name: "X", maxCharacters: 280, maxAltText: 1_000, counting: "x" },
  bluesky: {
    name: "Bluesky",
    maxCharacters: 300,
    maxBytes: 3_000,
    maxAltText: 2_000,
    counting: "graphemes",
  },
  threads: { name: "Threads", maxCharacters: 500, maxAltText: 1_000, counting: "threads" },
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
