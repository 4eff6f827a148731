import type { FieldError } from "@caption-generator/schema";

/** What to do about a field that a person filled in, by the beginning of its JSON pointer. */
const FIXES: readonly (readonly [pointer: string, fix: string])[] = [
  ["/options/tone", "Say in a few words, 80 characters at most, what your own tone is."],
  ["/options/length", "Give a length of at least 20 characters."],
  ["/options/instruction", "Say what to change in 1,000 characters at most."],
  ["/options/brandVoice", "Describe your brand’s voice in 500 characters at most."],
  ["/options/hashtags", "Choose between 0 and 30 hashtags."],
  ["/options/variants", "Choose between 1 and 5 captions."],
  ["/name", "A key needs a name that tells what it is for."],
];

/** What a person is told of what they filled in, where the service tells programs; undefined where it is not known. */
export function inputWords(errors: readonly FieldError[] | undefined): string | undefined {
  if (errors === undefined || errors.length === 0) return undefined;
  const said = errors.map(
    ({ pointer, detail }) => FIXES.find(([each]) => pointer.startsWith(each))?.[1] ?? detail,
  );
  return [...new Set(said)].join(" ");
}
