import { PHOTO_TYPE_NAMES, PHOTO_TYPES } from "@caption-generator/schema";

const UNKNOWN = "application/octet-stream";

/** A file's media type; told by its name where the browser does not know it, as with HEIC in most. */
export function declaredType({ name, type }: Pick<File, "name" | "type">): string {
  if (type !== "" && type !== UNKNOWN) return type;
  const lower = name.toLowerCase();
  const known = PHOTO_TYPE_NAMES.find((each) =>
    PHOTO_TYPES[each].some((extension) => lower.endsWith(extension)),
  );
  return known ?? UNKNOWN;
}
