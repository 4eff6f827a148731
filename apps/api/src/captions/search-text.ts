import type { CaptionResult } from "@caption-generator/schema";

/** What the history's search looks at: the file's name, the captions and the alt text. */
export function searchText(name: string, result: CaptionResult | null): string {
  const texts = result === null ? [] : [...result.variants.map((v) => v.text), result.altText.text];
  return [name, ...texts].join("\n").toLowerCase();
}
