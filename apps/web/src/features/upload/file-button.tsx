"use client";

import type { ReactNode, RefObject } from "react";
import { useEffect } from "react";

interface FileButtonProps {
  readonly className: string;
  /** The types of files that are offered to be picked. */
  readonly accept: string;
  /** The field in it, which has the focus. */
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onChoose: (file: File) => void;
  readonly children: ReactNode;
}

/**
 * Asks for a file. The label of a file input, and no button with a script behind it: so it works as soon as it is seen,
 * and what was chosen before the page came to life is taken then.
 */
export function FileButton({ className, accept, input, onChoose, children }: FileButtonProps) {
  const take = () => {
    const field = input.current;
    const chosen = field?.files?.[0];
    // The same file may be chosen again after it was removed.
    if (field !== null) field.value = "";
    if (chosen !== undefined) onChoose(chosen);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once, as the page comes to life.
  useEffect(take, []);
  return (
    <label
      className={`button relative has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${className}`}
    >
      {children}
      <input ref={input} type="file" accept={accept} className="sr-only" onChange={take} />
    </label>
  );
}
