import { languageSchema } from "@caption-generator/schema";

const names = new Intl.DisplayNames("en", { type: "language" });

/** A language's name in English, or its tag where it has none. */
export const nameOf = (tag: string): string => names.of(tag) ?? tag;

export type TypedTag = { readonly tag: string } | { readonly wrong: string };

/** What a person typed as a language tag, in its canonical form. */
export function readTag(typed: string): TypedTag {
  const parsed = languageSchema.safeParse(typed.trim());
  if (parsed.success) return { tag: parsed.data };
  return { wrong: parsed.error.issues[0]?.message ?? "This is no language tag." };
}
