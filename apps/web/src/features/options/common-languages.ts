/** Offered by name where any language can be had; all others by their tag. */
export const COMMON_LANGUAGES = [
  "en",
  "de",
  "fr",
  "es",
  "pt-BR",
  "it",
  "nl",
  "pl",
  "tr",
  "ar",
  "hi",
  "ja",
  "ko",
  "zh",
];
