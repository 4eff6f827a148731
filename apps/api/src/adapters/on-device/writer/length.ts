import type { Length, PresetLength } from "@caption-generator/schema";

const ORDER: readonly PresetLength[] = ["short", "medium", "long"];

/** The preset that a request comes to, by what a number of characters has room for. */
export function lengthFor(length: Length, wish: "shorter" | "longer" | undefined): PresetLength {
  const asked = typeof length === "string" ? length : presetFor(length.maxCharacters);
  const step = wish === undefined ? 0 : wish === "longer" ? 1 : -1;
  return ORDER[Math.min(2, Math.max(0, ORDER.indexOf(asked) + step))] ?? asked;
}

function presetFor(maxCharacters: number): PresetLength {
  if (maxCharacters <= 140) return "short";
  return maxCharacters <= 400 ? "medium" : "long";
}
