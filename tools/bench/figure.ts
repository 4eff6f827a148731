/** What is measured, the figure aimed at, and the figure seen on this machine just now. */
export interface Figure {
  readonly what: string;
  readonly goal: string;
  readonly seen: string;
}

/** The value that `share` of the measurements do not exceed: 0.5 is the middle one. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The middle one of several measurements. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
export const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
