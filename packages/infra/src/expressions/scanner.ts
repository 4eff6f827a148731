const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  '"': '"',
  "\\": "\\",
};
const SPACE = /(?:[^\S\n]|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/uy;
const SPACE_AND_LINES = /(?:\s|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/uy;
const WORD =
  /[\p{L}_][\p{L}\p{N}_-]*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|==|!=|<=|>=|&&|\|\||=>|\.\.\.|[-+*/%!<>?:.,=]/uy;

/** Why a text is no expression that is understood here; whoever asked falls back on the text. */
export class NotUnderstood extends Error {
  override readonly name = "NotUnderstood";
}

/** A text and a place in it. */
export class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get ended(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Whether `text` is next. */
  sees(text: string): boolean {
    return this.#text.startsWith(text, this.#at);
  }

  /** Goes past `text` if it is next, and says whether it was. */
  takes(text: string): boolean {
    if (!this.sees(text)) return false;
    this.#at += text.length;
    return true;
  }

  /** @throws NotUnderstood unless `text` is next */
  expect(text: string): void {
    if (!this.takes(text)) throw new NotUnderstood(`"${text}" is missing at ${this.#at}.`);
  }

  skipSpace(withLines: boolean): void {
    this.#match(withLines ? SPACE_AND_LINES : SPACE);
  }

  /** The next name, number or operator. @throws NotUnderstood where there is none */
  word(): string {
    const word = this.#match(WORD);
    if (word === undefined) throw new NotUnderstood(`Nothing known begins at ${this.#at}.`);
    return word;
  }

  /** The next character, whatever it is. */
  character(): string {
    if (this.ended) throw new NotUnderstood("The text ends within a string.");
    const character = this.#text[this.#at] ?? "";
    this.#at += 1;
    return character;
  }

  /** The character that an escape, whose backslash was just taken, stands for. */
  escaped(): string {
    const character = this.character();
    if (character !== "u") return ESCAPES[character] ?? `\\${character}`;
    const digits = this.#match(/[0-9a-fA-F]{4}/uy);
    if (digits === undefined) throw new NotUnderstood("\\u has fewer than four digits.");
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}
