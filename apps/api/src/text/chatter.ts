const CAPTION_WORDS =
  "captions?|posts?|alt(?:ernative)?[- ]text|bildunterschrift|bildtext|légende|leyenda|pie de foto|legenda|didascalia|onderschrift|bildtext|billedtekst|подпись|キャプション|标题|標題|说明|캡션|شرح|כיתוב";
const PICTURE = "(?:image|photo|photograph|picture|snapshot)";
const ADJECTIVES =
  "(?:(?:short|medium|long|professional|casual|witty|inspirational|playful|dramatic|minimal|suggested|possible|instagram|linkedin|facebook|social media) )*";

/** What models say before a caption. Each pattern stands at the beginning of the text. */
const BEFORE = [
  /^(?:sure(?: thing)?|certainly|absolutely|of course)!\s+(?=\S)/iu,
  /^(?:sure(?: thing)?|certainly|absolutely|of course|okay|ok|alright|great|got it)[,.:]?\s+(?=here(?:['’]s| is| are)\b)/iu,
  new RegExp(
    `^(?:here(?:['’]s| is| are)|hier (?:ist|is)|voici|aquí (?:está|tienes)|ecco|aqui está)(?=\\s)[^:\\n]{0,60}(?:${CAPTION_WORDS}|options?|variants?|versions?|suggestions?)[^:\\n]{0,80}:\\s*(?=\\S)`,
    "iu",
  ),
  new RegExp(
    `^${ADJECTIVES}(?:${CAPTION_WORDS}|option|variant|version)\\s*(?:#?\\d{1,2}|[a-e])?\\s*(?:\\([^)\\n]{1,40}\\))?\\s*[:：]\\s*(?=\\S)`,
    "iu",
  ),
  new RegExp(`^(?:${CAPTION_WORDS}|option|variant|version) #?\\d{1,2}\\s*[-.)–—]\\s*(?=\\S)`, "iu"),
] as const;

/** Words that tell that a picture shows something, where the something is what is wanted. */
const PICTURE_OF = [
  new RegExp(`^(?:this|it) is (?:a|an|the) ${PICTURE} (?:of|showing|depicting)\\s+(?=\\S)`, "iu"),
  new RegExp(
    `^(?:this|an?) ${PICTURE} (?:of|shows|showing|depicts|depicting|features|featuring|captures|capturing)\\s+(?=\\S)`,
    "iu",
  ),
  new RegExp(
    `^the ${PICTURE} (?:shows|depicts|features|captures|is (?:of|showing))\\s+(?=\\S)`,
    "iu",
  ),
  /^image (?:of|showing)\s+(?=\S)/iu,
  new RegExp(
    `^in (?:this|the) ${PICTURE},?\\s+(?:(?:we|you) (?:can )?see\\s+|there (?:is|are)\\s+)?(?=\\S)`,
    "iu",
  ),
] as const;

/** What models say after a caption. */
const AFTER = [
  /\s*\((?:\d[\d,. ]*) ?(?:characters|chars|zeichen|caractères|caracteres|words)\)$/iu,
  /\n\s*(?:let me know if you(?:['’]d| would)? (?:like|want|need|prefer)|would you like me to|feel free to (?:adjust|change|edit|modify|tweak)|(?:i )?hope (?:this|these)(?: captions?)? (?:helps?|works?))\b[^\n]*$/iu,
] as const;

/** Takes off what a model says about a caption rather than in it. */
export function stripChatter(text: string): string {
  return without(without(text, BEFORE), AFTER);
}

/** `An image of a dog` is `A dog`: nobody needs to be told that they look at a picture. */
export function stripPictureOf(text: string): string {
  const rest = without(text, PICTURE_OF);
  return rest === text ? text : capitalise(rest);
}

function without(text: string, patterns: readonly RegExp[]): string {
  const next = patterns.reduce((rest, pattern) => rest.replace(pattern, ""), text).trim();
  return next === text || next === "" ? text : without(next, patterns);
}

function capitalise(text: string): string {
  const [first = ""] = text;
  return first.toLocaleUpperCase("und") + text.slice(first.length);
}
