import { Failure } from "../../shared/failure.ts";

/** Systems Manager's limit for a parameter that costs nothing, in bytes. */
const LONGEST = 4096;
/** What the article has in place of a key. */
const PLACEHOLDER = "your-api-key-here";

/**
 * A secret as it was typed or piped in, without the line break at its end.
 *
 * @param shortest characters below which whoever is given it refuses to start
 * @throws Failure that says what is wrong, and never what it is
 */
export function secretValue(text: string, shortest = 1): string {
  const value = text.trim();
  const fault = faultOf(value, shortest);
  if (fault !== undefined) throw new Failure(`Nothing was put: the value ${fault}.`);
  return value;
}

function faultOf(value: string, shortest: number): string | undefined {
  if (value === "") return "is empty. Give one";
  if (value === PLACEHOLDER) return "is the placeholder of the instructions. Give your own";
  if (/\s/u.test(value)) return "has a space or a line break in it. Give the secret alone";
  if (value.length < shortest) {
    return `has ${value.length} characters, and the API takes ${shortest} or more`;
  }
  const bytes = Buffer.byteLength(value);
  if (bytes > LONGEST) return `has ${bytes} bytes, and at most ${LONGEST} are possible`;
  return undefined;
}
