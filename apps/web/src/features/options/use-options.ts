"use client";

import type { CaptionOptions } from "@caption-generator/schema";
import { useCallback, useEffect, useState } from "react";
import { createOptionsMemory, DEFAULT_OPTIONS } from "./options-memory.ts";

const memory = createOptionsMemory(() => window.localStorage);

interface ChosenOptions {
  readonly options: CaptionOptions;
  readonly changed: boolean;
}

/** The options as last chosen in this browser; not `known` until the page has come to life. */
export function useOptions() {
  const [chosen, setChosen] = useState<ChosenOptions>();

  // After the first paint, for the server does not know what is stored in the browser.
  useEffect(() => setChosen({ options: memory.find(), changed: false }), []);

  useEffect(() => {
    if (chosen?.changed) memory.keep(chosen.options);
  }, [chosen]);

  const change = useCallback((changes: Partial<CaptionOptions>) => {
    setChosen((before) => ({
      options: { ...(before?.options ?? DEFAULT_OPTIONS), ...changes },
      changed: true,
    }));
  }, []);

  return { options: chosen?.options ?? DEFAULT_OPTIONS, known: chosen !== undefined, change };
}
