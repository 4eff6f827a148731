/** What was looked at, what it should be, what it was, and whether that is good. */
export interface Finding {
  readonly what: string;
  readonly goal: string;
  readonly seen: string;
  readonly good: boolean;
}

export function finding(what: string, goal: string, seen: string, good: boolean): Finding {
  return { what, goal, seen, good };
}
