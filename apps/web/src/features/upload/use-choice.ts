"use client";

import { useCallback, useState } from "react";
import type { ShownProblem } from "../../lib/problem.ts";
import { checkFile } from "./check-file.ts";
import type { KnownLimits } from "./kinds.ts";

interface Choice {
  /** The file in hand. */
  readonly photo: File | null;
  readonly limits: KnownLimits | undefined;
  /** Takes a file in hand. */
  readonly choose: (file: File) => void;
}

/** Takes the files that can be captioned here; of others, says why not. */
export function useChoice({ photo, limits, choose }: Choice) {
  const [refusal, setRefusal] = useState<ShownProblem>();
  const offer = useCallback(
    (file: File) => {
      const problem = checkFile(file, limits);
      setRefusal(problem);
      if (problem === undefined) choose(file);
    },
    [limits, choose],
  );
  const forget = useCallback(() => setRefusal(undefined), []);
  // It may have been chosen before it was known what is taken here.
  const unfit = photo === null ? undefined : checkFile(photo, limits);
  return { offer, forget, unfit, refusal: refusal ?? unfit };
}
