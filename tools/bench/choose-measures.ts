import { Failure } from "../shared/failure.ts";

/**
 * Which measures to run, in the order in which they are known: those that are named, or all where none is.
 * @throws Failure that lists them where a name is not one of them
 */
export function chooseMeasures<Name extends string>(
  asked: readonly string[],
  known: readonly Name[],
): readonly Name[] {
  const unknown = asked.filter((name) => !known.some((each) => each === name));
  if (unknown.length > 0) {
    const names = unknown.map((name) => `“${name}”`).join(" or ");
    throw new Failure(
      `There is no measure ${names}. Name some of ${known.join(", ")}, or none to run them all.`,
    );
  }
  return asked.length === 0 ? known : known.filter((name) => asked.includes(name));
}
