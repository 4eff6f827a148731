"use client";

import { useEffect } from "react";
import { onReturn } from "./on-return.ts";

/**
 * Calls back whenever somebody comes back to the page, and every so often while they look at it.
 * @param everyMs undefined as long as nothing is expected to change by itself
 */
export function useRefresh(refresh: () => void, everyMs: number | undefined) {
  useEffect(() => onReturn(refresh), [refresh]);
  useEffect(() => {
    if (everyMs === undefined) return;
    const look = () => document.visibilityState === "visible" && refresh();
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, [refresh, everyMs]);
}
