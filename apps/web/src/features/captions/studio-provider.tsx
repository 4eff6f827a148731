"use client";

import type { ReactNode } from "react";
import { createContext, useContext, useReducer } from "react";
import type { StudioState } from "./studio-state.ts";
import type { StudioActions } from "./use-studio.ts";
import { useStudio } from "./use-studio.ts";

interface Studio {
  readonly state: StudioState;
  readonly actions: StudioActions;
  /** Changes when the history does. */
  readonly version: number;
}

const StudioContext = createContext<Studio | null>(null);

/** Keeps the photo in hand, and what is being written of it, while somebody looks at another page. */
export function StudioProvider({ children }: { readonly children: ReactNode }) {
  const [version, renew] = useReducer((count: number) => count + 1, 0);
  const { state, actions } = useStudio(renew);
  return <StudioContext value={{ state, actions, version }}>{children}</StudioContext>;
}

export function useStudioInHand(): Studio {
  const studio = useContext(StudioContext);
  if (studio === null) throw new Error("This is to be used within a StudioProvider.");
  return studio;
}
