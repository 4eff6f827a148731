"use client";

import type { Limits } from "@caption-generator/schema";
import { useEffect, useState } from "react";
import { client } from "./api-client.ts";

const AGAIN_MS = 3_000;

/** What this installation runs on; undefined until the API has said so. */
export function useLimits(): Limits | undefined {
  const [limits, setLimits] = useState<Limits>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const ask = async () => {
      try {
        const answer = await client.limits();
        if (!gone) setLimits(answer);
      } catch {
        if (!gone) timer = setTimeout(ask, AGAIN_MS);
      }
    };
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
  return limits;
}
