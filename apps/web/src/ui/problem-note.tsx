"use client";

import type { ShownProblem } from "../lib/problem.ts";
import { useReveal } from "../lib/use-reveal.ts";

interface ProblemNoteProps {
  readonly problem: ShownProblem;
  readonly onRetry: (() => void) | undefined;
}

/** What went wrong, and what to do about it. */
export function ProblemNote({ problem, onRetry }: ProblemNoteProps) {
  const note = useReveal<HTMLDivElement>(problem);
  return (
    <div
      ref={note}
      role="alert"
      className="flex flex-col items-start gap-3 rounded-2xl border border-alarm bg-alarm-tint p-5"
    >
      <div>
        <p className="font-semibold text-alarm">{problem.title}</p>
        <p>{problem.detail}</p>
        {problem.requestId !== undefined && (
          <p className="mt-1 text-sm text-soft">Request {problem.requestId}</p>
        )}
      </div>
      {onRetry !== undefined && (
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
