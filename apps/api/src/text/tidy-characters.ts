/** Direction overrides and isolates: they can make a text read as something it does not say. */
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/gu;
/** Byte order marks, soft hyphens, word joiners and other marks that nobody sees. */
const UNSEEN = /[\ufeff\u00ad\u2060-\u2064\ufffc\ufffd]/gu;
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;
const CONTROLS = /[\p{Cc}--\n]/gv;

/**
 * Text without control characters, direction overrides and stray spaces; at most one blank line
 * between paragraphs; empty where nobody could see it. What scripts need stays: joiners, direction marks,
 * no-break spaces.
 */
export function tidyCharacters(text: string): string {
  const tidy = text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, "\n")
    .replace(/\t/gu, " ")
    .replace(CONTROLS, "")
    .replace(DIRECTION_CONTROLS, "")
    .replace(UNSEEN, "")
    .replace(/ {2,}/gu, " ")
    .replace(/ *\n */gu, "\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
  return VISIBLE.test(tidy) ? tidy : "";
}
