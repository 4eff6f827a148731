import type { KeyboardEvent } from "react";

/** Keeps a key that is held down from pressing one button after the other. For `onKeyDown`. */
export function ignoreHeldKey(event: KeyboardEvent) {
  if (event.repeat && event.key === "Enter") event.preventDefault();
}
