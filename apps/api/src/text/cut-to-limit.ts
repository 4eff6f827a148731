import type { Counting } from "@caption-generator/schema";
import { countCharacters, findLinks, splitGraphemes } from "@caption-generator/schema";

const sentences = new Intl.Segmenter("und", { granularity: "sentence" });
const words = new Intl.Segmenter("und", { granularity: "word" });

const ELLIPSIS = "…";
/** What must not stand right before an ellipsis: opening marks, pauses, and the ends of sentences. */
const LOOSE_END = /[\p{Ps}\p{Pi}\p{Pd}\s"'„,;:.…、，،؛#@&+/]+$/u;

/** The least of the room that whole sentences must fill, to be better than a cut within one. */
const SENTENCES_FILL = 0.5;

/**
 * Shortens `text` until it has at most `max` characters as `counting` counts them: at the end of a
 * sentence where that keeps half of the room, else after a word with `…`, else within a word; never
 * inside a grapheme, and inside a link only where nothing else fits.
 */
export function cutToLimit(text: string, max: number, counting: Counting = "graphemes"): string {
  return cutToSize(text, max, (part) => countCharacters(part, counting), counting);
}

/** `cutToLimit` with a measure of one's own, which grows with the text. */
export function cutToSize(
  text: string,
  max: number,
  measure: (part: string) => number,
  counting: Counting,
): string {
  if (measure(text) <= max) return text;
  const fits = (part: string) => measure(part) <= max;
  const empty = measure("");
  const edges = graphemeEdges(text);
  const whole = longest(sentenceEnds(text, edges), (end) => text.slice(0, end).trimEnd(), fits);
  if (measure(whole) - empty >= (max - empty) * SENTENCES_FILL) return whole;
  const withWords = longest(wordEnds(text, edges, counting), (end) => trail(text, end), fits);
  if (withWords !== "") return withWords;
  const withEllipsis = longest([...edges], (end) => trail(text, end), fits);
  return withEllipsis || longest([...edges], (end) => text.slice(0, end), fits);
}

/** The longest prefix that fits. Sizes grow with the text nearly always: links may bend that. */
function longest(
  ends: readonly number[],
  prefix: (end: number) => string,
  fits: (part: string) => boolean,
): string {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (fits(prefix(ends[middle] ?? 0))) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0; index -= 1) {
    const part = prefix(ends[index] ?? 0);
    if (fits(part)) return part;
  }
  return "";
}

function trail(text: string, end: number): string {
  const kept = text.slice(0, end).replace(LOOSE_END, "");
  return kept === "" ? "" : kept + ELLIPSIS;
}

function graphemeEdges(text: string): Set<number> {
  const edges = new Set<number>();
  let at = 0;
  for (const grapheme of splitGraphemes(text)) {
    at += grapheme.length;
    edges.add(at);
  }
  return edges;
}

function sentenceEnds(text: string, edges: ReadonlySet<number>): number[] {
  const ends: number[] = [];
  for (const { index, segment } of sentences.segment(text)) {
    const end = index + segment.length;
    if (edges.has(end)) ends.push(end);
  }
  return ends;
}

function wordEnds(text: string, edges: ReadonlySet<number>, counting: Counting): number[] {
  const links = findLinks(text, counting === "mastodon" ? "mastodon" : "x");
  const ends: number[] = [];
  let link = 0;
  for (const { index, segment, isWordLike } of words.segment(text)) {
    const end = index + segment.length;
    while ((links[link]?.end ?? end) < end) link += 1;
    const within = links[link];
    const inLink = within !== undefined && within.start < end && end < within.end;
    const isEnd = isWordLike || end === within?.end;
    if (isEnd && !inLink && edges.has(end)) ends.push(end);
  }
  return ends;
}
