"use client";

import type { CaptionOptions } from "@caption-generator/schema";
import { captionOptionsSchema } from "@caption-generator/schema";
import { useCallback, useEffect, useState } from "react";

const KEY = "caption-options";
const DEFAULTS = captionOptionsSchema.parse({});

/** The options as last chosen in this browser. */
export function useOptions() {
  const [options, setOptions] = useState<CaptionOptions>(DEFAULTS);

  // After the first paint, for the server does not know what is stored in the browser.
  useEffect(() => {
    const stored = captionOptionsSchema.safeParse(readStored());
    if (stored.success) setOptions(stored.data);
  }, []);

  const change = useCallback((changes: Partial<CaptionOptions>) => {
    setOptions((before) => {
      const after = { ...before, ...changes };
      const { instruction: _once, ...lasting } = after;
      localStorage.setItem(KEY, JSON.stringify(lasting));
      return after;
    });
  }, []);

  return { options, change };
}

function readStored(): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}");
  } catch {
    return {};
  }
}
