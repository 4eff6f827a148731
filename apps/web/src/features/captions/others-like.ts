import type { Caption, CaptionOptions } from "@caption-generator/schema";
import { captionOptionsSchema } from "@caption-generator/schema";
import type { ReviseAsk } from "./ask.ts";

/**
 * Asks for other captions with the same options. The same photo sent again would get the very same ones, from the
 * service's memory; a revision is written anew, and unlike those before it.
 */
export function othersLike({ id, options }: Pick<Caption, "id" | "options">): ReviseAsk {
  // A revision inherits all but the instruction.
  const { instruction } = options;
  return { kind: "revise", id, changes: instruction === undefined ? {} : { instruction } };
}

/** Whether these are the same options to the service, which writes a few in another way. */
export function isSame(a: CaptionOptions, b: CaptionOptions): boolean {
  const [first, second] = [a, b].map((options) => captionOptionsSchema.safeParse(options).data);
  return first !== undefined && second !== undefined && sorted(first) === sorted(second);
}

const sorted = (options: CaptionOptions) =>
  JSON.stringify(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)));
