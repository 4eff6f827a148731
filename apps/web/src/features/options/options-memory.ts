import type { CaptionOptions } from "@caption-generator/schema";
import { captionOptionsSchema } from "@caption-generator/schema";
import type { KeyValueStore } from "../../lib/key-value-store.ts";

const KEY = "caption-options";

export const DEFAULT_OPTIONS = captionOptionsSchema.parse({});

/** The options as last chosen in this browser. One that keeps nothing is one that has always the usual ones. */
export function createOptionsMemory(store: () => KeyValueStore) {
  return {
    find(): CaptionOptions {
      try {
        return validOf(JSON.parse(store().getItem(KEY) ?? "{}"));
      } catch {
        return DEFAULT_OPTIONS;
      }
    },
    /** An instruction is meant for one photo, and not kept. */
    keep({ instruction: _once, ...lasting }: CaptionOptions) {
      try {
        store().setItem(KEY, JSON.stringify(lasting));
      } catch {}
    },
  };
}

/** Field by field: one that was left half typed, or is not offered any more, takes none of the others with it. */
function validOf(kept: Record<string, unknown>): CaptionOptions {
  const valid = Object.entries(kept).filter(
    ([name, value]) => captionOptionsSchema.safeParse({ [name]: value }).success,
  );
  return captionOptionsSchema.parse(Object.fromEntries(valid));
}
