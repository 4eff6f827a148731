import type { PresetTone, Tone } from "@caption-generator/schema";

/** Word beginnings that tell what a tone in somebody's own words comes near to. */
const WORDS: readonly (readonly [PresetTone, RegExp])[] = [
  [
    "witty",
    /\b(?:wit(?:s|ty|tier|tily)?\b|funn|humou?r|jok|sarcas|ironic|irony|clever|pun(?:s|ny)?\b|dry\b|cheeky|snark)/iu,
  ],
  [
    "professional",
    /\b(?:profession|formal|business|corporate|serious|polished|expert|linkedin|elegant|factual|neutral)/iu,
  ],
  ["inspirational", /\b(?:inspir|motivat|uplift|hopeful|encourag|grateful|spiritual|positive)/iu],
  ["dramatic", /\b(?:drama|epic|moody|cinemat|noir|myster|gothic|poet|romantic|intense|bold)/iu],
  [
    "playful",
    /\b(?:playful|cute|cheer|silly|happy|bubbly|excit|goofy|kids?\b|fun\b|joyful|pirate|whimsical)/iu,
  ],
  ["minimal", /\b(?:minimal|simple|zen|haiku|plain|understated|terse|laconic|quiet)/iu],
  ["casual", /\b(?:casual|relaxed|friendly|warm|chill|conversation|laid[- ]back|informal)/iu],
];

/** `less dramatic`, `not too serious`: what follows is not asked for. */
const UNWANTED =
  /\b(?:less|not|never|no|without|avoid|isn['’]t|don['’]t be)\s+(?:too\s+|so\s+|as\s+)?[\p{L}-]+/giu;

/** The tone that a text asks for by a word such as `funnier`; the first such word decides. */
export function toneIn(text: string): PresetTone | undefined {
  const wanted = text.replace(UNWANTED, "");
  const found = WORDS.map(([tone, words]) => ({ tone, at: wanted.search(words) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return found[0]?.tone;
}

/** The tone itself, or what a custom one comes nearest to; casual where no word of it is known. */
export function nearestTone(tone: Tone): PresetTone {
  return typeof tone === "string" ? tone : (toneIn(tone.custom) ?? "casual");
}
