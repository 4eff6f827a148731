"use client";

import { useEffect, useState } from "react";

const TICK_MS = 1_000;

/** The time in milliseconds since 1970, anew each second until `until`; as it was at first where there is none. */
export function useNow(until: number | undefined): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    setNow(Date.now());
    if (until === undefined) return;
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= until) clearInterval(timer);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [until]);
  return now;
}
