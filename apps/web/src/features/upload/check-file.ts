import { PHOTO_LIMITS, PHOTO_TYPE_NAMES, PHOTO_TYPES } from "@caption-generator/schema";
import type { ShownProblem } from "../../lib/problem.ts";
import { declaredType } from "./declared-type.ts";

const EXTENSIONS = PHOTO_TYPE_NAMES.flatMap((type) => [...PHOTO_TYPES[type]]);

/** For a file input: what phones and desktops offer to pick. */
export const ACCEPT = ["image/*", ...EXTENSIONS].join(",");

/** What is wrong with a file before it is sent, or undefined. The API looks again, at its bytes. */
export function checkFile({
  name,
  type,
  size,
}: Pick<File, "name" | "type" | "size">): ShownProblem | undefined {
  const declared = declaredType({ name, type });
  const known =
    PHOTO_TYPE_NAMES.some((each) => each === declared) || declared.startsWith("image/hei");
  if (!known) {
    const kind = type.startsWith("video/")
      ? "is a video; this version captions photos"
      : "is no photo we take";
    return refusal(`“${name}” ${kind}. Choose a JPEG, PNG, WebP, AVIF, GIF or HEIC.`);
  }
  if (size === 0) return refusal(`“${name}” is empty. Choose another file.`);
  if (size > PHOTO_LIMITS.maxBytes) {
    const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
    return refusal(
      `“${name}” has ${megabytes(size)} MB; a photo may have ${megabytes(PHOTO_LIMITS.maxBytes)} MB. Choose a smaller copy.`,
    );
  }
  return undefined;
}

const refusal = (detail: string): ShownProblem => ({
  title: "This file cannot be captioned",
  detail,
  retryable: false,
});
