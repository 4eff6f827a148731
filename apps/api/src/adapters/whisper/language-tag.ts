/** Names that Whisper gives to languages for which Unicode has another one. */
const WHISPER_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bengali: "bn",
    burmese: "my",
    cantonese: "yue",
    castilian: "es",
    "haitian creole": "ht",
    hawaiian: "haw",
    maori: "mi",
    myanmar: "my",
    nynorsk: "nn",
    panjabi: "pa",
    pushto: "ps",
    sinhalese: "si",
    tagalog: "tl",
    valencian: "ca",
  }),
);

/** Codes of Whisper's own that BCP 47 has given up. */
const WHISPER_CODES: ReadonlyMap<string, string> = new Map([["jw", "jv"]]);

/**
 * A language as a transcription service names it, as a BCP 47 tag: OpenAI says `english`, others `en`
 * or `EN-us`.
 *
 * @returns null for what is neither
 */
export function toLanguageTag(name: string | null | undefined): string | null {
  const told = name?.trim().toLowerCase() ?? "";
  const named = WHISPER_NAMES.get(told) ?? WHISPER_CODES.get(told) ?? namesOfLanguages().get(told);
  if (named !== undefined) return named;
  return /^[a-z]{2,3}(?:[-_]|$)/u.test(told) ? canonical(told.replaceAll("_", "-")) : null;
}

/** The language alone, as the API takes it: `pt` for `pt-BR`. */
export function toLanguageHint(tag: string): string {
  return new Intl.Locale(tag).language;
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

let names: Map<string, string> | undefined;

/** English names of all languages with a code of two letters. */
function namesOfLanguages(): ReadonlyMap<string, string> {
  names ??= readNames();
  return names;
}

function readNames(): Map<string, string> {
  const letters = Array.from("abcdefghijklmnopqrstuvwxyz");
  const display = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
  const found = new Map<string, string>();
  for (const code of letters.flatMap((one) => letters.map((two) => one + two))) {
    const name = display.of(code)?.toLowerCase();
    if (name !== undefined && !found.has(name)) found.set(name, canonical(code) ?? code);
  }
  return found;
}
