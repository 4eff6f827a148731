import type { z } from "zod";

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

/**
 * zod's issues in words a person can act on: they name the value and what is allowed. A schema's
 * own message goes before this one. For `z.config({ customError })`.
 */
export function humanIssue(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      // What a number was made of is not known any more.
      if (Number.isNaN(issue.input)) return `This is not ${article(issue.expected)}.`;
      return issue.input === undefined
        ? `This is missing; it must be ${article(issue.expected)}.`
        : `${show(issue.input)} is not ${article(issue.expected)}.`;
    case "invalid_value":
      return `${show(issue.input)} is not one of ${issue.values.map(String).join(", ")}.`;
    case "too_big":
      return tooFar(issue.origin, issue.input, `at most ${issue.maximum}`);
    case "too_small":
      return tooFar(issue.origin, issue.input, `at least ${issue.minimum}`);
    case "unrecognized_keys":
      return `${issue.keys.map((key) => show(key)).join(", ")} is not known here. Check its spelling, or leave it out.`;
    default:
      return undefined;
  }
}

function tooFar(origin: string, input: unknown, allowed: string): string {
  if (origin === "string" && typeof input === "string") {
    return `This has ${input.length} characters; it may have ${allowed}.`;
  }
  if (Array.isArray(input)) return `This has ${input.length} entries; it may have ${allowed}.`;
  return `${show(input)} is out of range; the value must be ${allowed}.`;
}

function article(type: string): string {
  if (type === "int") return "a whole number";
  return `${/^[aeiou]/u.test(type) ? "an" : "a"} ${type}`;
}

/**
 * A value as the person wrote it, cut where it is long. What may have others in it is named by its kind:
 * to write it out one would have to go as deep as somebody cared to nest it.
 */
function show(value: unknown): string {
  if (Array.isArray(value)) return showArray(value.length);
  if (typeof value === "object" && value !== null) return "An object";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57).replace(/\p{Surrogate}$/u, "")}…` : text;
}

function showArray(length: number): string {
  if (length === 0) return "[]";
  return `An array of ${length} ${length === 1 ? "entry" : "entries"}`;
}
