/** A body's content type as we go by it. */
export interface ContentType {
  /** Type and subtype in lower case, without parameters; empty where none is stated. */
  readonly essence: string;
  /** The same with its boundary, where it names one, quoted so that every parser reads it. */
  readonly withBoundary: string;
}

/** A value in quotes may have semicolons in it. */
const PARAMETER = /;\s*([^\s;=]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/gu;

/**
 * Reads a Content-Type header and forgives what does no harm: other parameters, in any order, those that
 * are not complete, a semicolon too many, and spaces around them. Clients differ widely in all of these.
 */
export function readContentType(header: string | undefined): ContentType {
  const given = header ?? "";
  const essence = given.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const boundary = boundaryOf(given);
  if (boundary === "") return { essence, withBoundary: essence };
  const quoted = boundary.replace(/["\\]/gu, String.raw`\$&`);
  return { essence, withBoundary: `${essence}; boundary="${quoted}"` };
}

function boundaryOf(header: string): string {
  for (const [, name = "", quoted, bare = ""] of header.matchAll(PARAMETER)) {
    if (name.toLowerCase() !== "boundary") continue;
    return quoted?.replace(/\\(.)/gu, "$1") ?? bare.trim();
  }
  return "";
}
