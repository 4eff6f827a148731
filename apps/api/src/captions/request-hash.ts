import { createHash } from "node:crypto";

/** What tells a repeated request from another one: the same whatever order an object's keys are in. */
export function requestHash(request: unknown): string {
  return createHash("sha256").update(JSON.stringify(request, sorted)).digest("hex");
}

function sorted(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
