/** What is measured, the figure aimed at, and the figure seen on this machine just now. */
export interface Figure {
  readonly what: string;
  readonly goal: string;
  readonly seen: string;
}

/** The middle one of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
export const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
