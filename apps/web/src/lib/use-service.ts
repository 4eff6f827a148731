"use client";

import type { Limits } from "@caption-generator/schema";
import { useEffect, useReducer, useRef, useState } from "react";
import { client } from "./api-client.ts";
import { signIn } from "./sign-in-state.ts";
import { untilAnswered } from "./until-answered.ts";

const AGAIN_MS = 3_000;

interface Service {
  /** What this installation runs on; undefined until the API has said so. */
  readonly limits: Limits | undefined;
  /** True while the API does not answer. It is asked again and again then. */
  readonly down: boolean;
  /** How often it came back. */
  readonly returns: number;
  /** Looks whether it is still there. */
  readonly check: () => void;
}

/** The API as the page sees it: what it offers, and whether it is there. */
export function useService(): Service {
  const [limits, setLimits] = useState<Limits>();
  const [down, setDown] = useState(false);
  const [returns, setReturns] = useState(0);
  const [checks, check] = useReducer((count: number) => count + 1, 0);
  /** Whether it was away since it answered last. */
  const missed = useRef(false);

  useEffect(
    () =>
      signIn.onDone(() => {
        // To whom it refused everything it was away.
        missed.current = true;
        check();
      }),
    [],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: each check asks anew.
  useEffect(() => {
    return untilAnswered(client.limits, {
      againMs: AGAIN_MS,
      onSilence: () => {
        missed.current = true;
        setDown(true);
      },
      onAnswer: (answer) => {
        setLimits(answer);
        setDown(false);
        if (missed.current) setReturns((count) => count + 1);
        missed.current = false;
      },
    });
  }, [checks]);

  return { limits, down, returns, check };
}
