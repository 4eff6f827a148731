const KEYCAP = /([0-9#*])\ufe0f?\u20e3/gu;

/** One code point of an emoji, less the pictographs that ordinary text uses as letters. */
const PART = String.raw`[[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\ufe0e\ufe0f\u20e3\u{e0020}-\u{e007f}]--[©®™ℹ‼⁉]]`;

const ANY = new RegExp(PART, "v");
const RUN = new RegExp(String.raw` ?${PART}(?:[ \u200d]*${PART})*\u200d? ?`, "gv");
const CLOSING = /^$|[\n\p{Pe}\p{Pf}!?.,;:…。、！？，]/u;

/** Whether `text` has an emoji; digits, © and ™ are none. */
export function hasEmoji(text: string): boolean {
  return text.search(KEYCAP) !== -1 || ANY.test(text);
}

/** Takes emoji out, and the spaces that only they needed: `Woof 🐶!` becomes `Woof!`. */
export function removeEmoji(text: string): string {
  return text.replace(KEYCAP, "$1").replace(RUN, (run: string, at: number, whole: string) => {
    const atLineStart = at === 0 || whole[at - 1] === "\n";
    const beforeClosing = !run.endsWith(" ") && CLOSING.test(whole.charAt(at + run.length));
    return atLineStart || beforeClosing ? "" : " ";
  });
}
