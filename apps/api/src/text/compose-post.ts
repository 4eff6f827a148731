import type { EffectiveLimits, PlatformId } from "@caption-generator/schema";
import { countBytes, countCharacters } from "@caption-generator/schema";
import { cutToSize } from "./cut-to-limit.ts";

export interface Post {
  readonly text: string;
  readonly body: string;
  readonly hashtags: readonly string[];
  readonly characters: number;
  /** Whether something had to be left out to keep the limit. */
  readonly cut: boolean;
}

/** Where posts are short and read in a stream, and hashtags go on in the same line. */
const ONE_LINE: ReadonlySet<PlatformId> = new Set([
  "x",
  "bluesky",
  "threads",
  "mastodon",
  "tiktok",
]);

/** Hashtags may have this part of the limit before they are dropped in favour of the words. */
const HASHTAG_SHARE = 1 / 3;

/** A post as its platform shows it: the body, then its hashtags behind a space or a blank line. */
export function joinPost(
  body: string,
  hashtags: readonly string[],
  platform: PlatformId | undefined,
): string {
  const inline = platform !== undefined && ONE_LINE.has(platform) && !body.includes("\n");
  return [body, hashtags.join(" ")].filter((part) => part !== "").join(inline ? " " : "\n\n");
}

/**
 * Makes a post that keeps the limit. If it is too long, hashtags go from the end while they take
 * more than a third of the limit; then the body is cut.
 */
export function composePost(
  { body, hashtags }: { readonly body: string; readonly hashtags: readonly string[] },
  platform: PlatformId | undefined,
  limits: Pick<EffectiveLimits, "maxCharacters" | "maxBytes" | "counting">,
): Post {
  const size = (text: string) => shareOfLimit(text, limits);
  const join = (part: string, tags: readonly string[]) => joinPost(part, tags, platform);
  let tags = hashtags;
  const tooLong = () => size(join(body, tags)) > 1;
  const tooMany = () => size(tags.join(" ")) > HASHTAG_SHARE;
  while (tags.length > 0 && tooMany() && tooLong()) tags = tags.slice(0, -1);
  const kept = cutToSize(body, 1, (part) => size(join(part, tags)), limits.counting);
  const text = join(kept, tags);
  const cut = kept !== body || tags.length < hashtags.length;
  const characters = countCharacters(text, limits.counting);
  return { text, body: kept, hashtags: tags, characters, cut };
}

/** How much of what a post may have a text takes, of characters or bytes; more than 1 is too much. */
function shareOfLimit(
  text: string,
  { maxCharacters, maxBytes, counting }: Parameters<typeof composePost>[2],
): number {
  const characters = countCharacters(text, counting) / maxCharacters;
  return maxBytes === undefined ? characters : Math.max(characters, countBytes(text) / maxBytes);
}
