"use client";

import { useCallback, useEffect, useRef } from "react";

/**
 * Keeps the focus in a list whose button goes away together with what it did: it moves to the first button of an
 * item, or to the heading where there is none.
 * @param count how many items the list has
 */
export function useFocusInList(count: number) {
  const list = useRef<HTMLUListElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const next = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus may be lost each time that the list changes.
  useEffect(() => {
    const index = next.current;
    next.current = null;
    // Whoever went on to something else stays there.
    if (index === null || document.activeElement !== document.body) return;
    const items = list.current?.children;
    const item = items?.[Math.min(index, items.length - 1)];
    (item?.querySelector("button") ?? heading.current)?.focus();
  }, [count]);
  /** Tells which item is to have the focus once the list has changed; null where it will not change. */
  const focusNext = useCallback((index: number | null) => {
    next.current = index;
  }, []);
  return { list, heading, focusNext };
}
