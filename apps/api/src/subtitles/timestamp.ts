/** `01:02:03` and the milliseconds behind `separator`: a comma in SRT, a full stop in WebVTT. */
export function timestamp(ms: number, separator: "," | "."): string {
  const seconds = Math.floor(ms / 1_000);
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const clock = parts.map((part) => String(part).padStart(2, "0")).join(":");
  return `${clock}${separator}${String(ms % 1_000).padStart(3, "0")}`;
}
