import { PHOTO_LIMITS } from "@caption-generator/schema";
import type { ShownProblem } from "../../lib/problem.ts";
import { declaredType } from "./declared-type.ts";
import type { KnownLimits } from "./kinds.ts";
import { formatsTaken, kindOf, missingFor } from "./kinds.ts";
import { megabytes } from "./megabytes.ts";

/**
 * What is wrong with a file before it is sent, or undefined. The API looks again, at its bytes.
 * @param limits what is taken here; what depends on them is left to the API as long as they are not known
 */
export function checkFile(
  { name, type, size }: Pick<File, "name" | "type" | "size">,
  limits?: KnownLimits,
): ShownProblem | undefined {
  const kind = kindOf(declaredType({ name, type }));
  if (kind === undefined) {
    return refusal(
      `“${name}” is no photo, video or recording we take. Choose ${formatsTaken(limits)}.`,
    );
  }
  if (size === 0) return refusal(`“${name}” is empty. Choose another file.`);
  const missing = missingFor(kind, limits);
  if (missing !== undefined) return refusal(`“${name}” is a ${kind}, and ${missing}`);
  const most = kind === "photo" ? PHOTO_LIMITS.maxBytes : limits?.video.maxBytes;
  if (most === undefined || size <= most) return undefined;
  return refusal(
    `“${name}” has ${megabytes(size)}; a ${kind} may have ${megabytes(most)}. Choose a smaller copy.`,
  );
}

const refusal = (detail: string): ShownProblem => ({
  title: "This file cannot be captioned",
  detail,
  retryable: false,
});
