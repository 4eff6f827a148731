"use client";

import type { ShownProblem } from "../lib/problem.ts";
import { problemWords } from "../lib/problem-words.ts";
import { useNow } from "../lib/use-now.ts";
import { useReveal } from "../lib/use-reveal.ts";

interface ProblemNoteProps {
  readonly problem: ShownProblem;
  readonly onRetry: (() => void) | undefined;
}

/** What went wrong, and what to do about it. */
export function ProblemNote({ problem, onRetry }: ProblemNoteProps) {
  const note = useReveal<HTMLDivElement>(problem);
  const words = problemWords(problem, useNow(problem.retryAt));
  const look = words.broken ? "border-alarm bg-alarm-tint" : "border-edge bg-card";
  return (
    <div ref={note} className={`flex flex-col items-start gap-3 rounded-2xl border p-5 ${look}`}>
      <div role="alert">
        <p className={`font-semibold ${words.broken ? "text-alarm" : ""}`}>{words.title}</p>
        <p>{words.detail}</p>
        {words.requestId !== undefined && (
          <p className="mt-1 text-sm text-soft">Request {words.requestId}</p>
        )}
      </div>
      {/* Beside the alert: who hears the page is told once, and not each second. */}
      {words.when !== undefined && <p className="font-medium tabular-nums">{words.when}</p>}
      {onRetry !== undefined && (
        <button type="button" className="button" disabled={words.mustWait} onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
