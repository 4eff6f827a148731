import type { ShownProblem } from "../../lib/problem.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { ServiceNote } from "./service-note.tsx";

interface TroubleProps {
  readonly problem: ShownProblem | null;
  /** Whether what was asked for goes on by itself, once somebody answers again. */
  readonly waits: boolean;
  readonly onRetry: () => void;
}

/** Why what was asked for has not come about. */
export function Trouble({ problem, waits, onRetry }: TroubleProps) {
  if (problem === null) return null;
  if (waits) return <ServiceNote />;
  return <ProblemNote problem={problem} onRetry={problem.retryable ? onRetry : undefined} />;
}
