const NUMBERS = ["no", "one", "two", "three"];

/** `a dog`, `an elephant`; for English nouns as they are pronounced, none of which are in `hour`. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/iu.test(noun) ? "an" : "a"} ${noun}`;
}

/** `one` to `three`; from there on counting is a guess, and `several` says so. */
export function countWord(count: number): string {
  return NUMBERS[count] ?? "several";
}

/** `red`, `red and blue`, `red, blue and green`. */
export function joinList(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The first sentence of a text, with its full stop. */
export function firstSentence(text: string): string {
  const [sentence = ""] = /^.*?[.!?](?=\s|$)/su.exec(text.trim()) ?? [text.trim()];
  return sentence === "" || /[.!?]$/u.test(sentence) ? sentence : `${sentence}.`;
}
