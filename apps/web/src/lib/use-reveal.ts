"use client";

import type { RefObject } from "react";
import { useEffect, useRef } from "react";
import { isTextField } from "./is-text-field.ts";

/** True where somebody is in the middle of a text, from which they must not be taken. */
function isTyping(): boolean {
  const active = document.activeElement;
  return isTextField(active) && "value" in active && active.value !== "";
}

/**
 * Brings an element into view when it appears, and each time that `what` it shows is new.
 * @param focus also moves the focus there, for those who hear the page or use the keyboard
 */
export function useReveal<T extends HTMLElement>(
  what: unknown,
  { focus = false }: { readonly focus?: boolean } = {},
): RefObject<T | null> {
  const element = useRef<T>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is revealed when what it shows is new.
  useEffect(() => {
    const shown = element.current;
    if (shown === null || isTyping()) return;
    if (focus) shown.focus({ preventScroll: true });
    shown.scrollIntoView({ block: focus ? "start" : "nearest" });
  }, [what, focus]);
  return element;
}
