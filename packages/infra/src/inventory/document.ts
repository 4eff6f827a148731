import type { Value } from "./value.ts";

/** What a document in JSON says, whether it is still a text or has been read. */
export function decoded(document: Value | undefined): Value {
  if (typeof document !== "string") return document ?? null;
  try {
    return JSON.parse(document);
  } catch {
    return null;
  }
}
