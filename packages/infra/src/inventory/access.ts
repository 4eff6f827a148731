import type { Step } from "./names.ts";
import { EVERY } from "./names.ts";
import type { Value } from "./value.ts";
import { isUnknown, isValues } from "./value.ts";

const written = (step: Step): string => {
  if (step === EVERY) return "[*]";
  return typeof step === "number" ? `[${step}]` : `.${step}`;
};

/** What is in a value at these steps; null where there is nothing. */
export function access(value: Value, steps: readonly Step[]): Value {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (isUnknown(value)) return access(value.at(written(step)), rest);
  if (step === EVERY) return asList(value).map((item) => access(item, rest));
  if (Array.isArray(value)) return access((value as readonly Value[])[Number(step)] ?? null, rest);
  return isValues(value) ? access(value[step] ?? null, rest) : null;
}

function asList(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value as readonly Value[];
  return value === null ? [] : [value];
}
