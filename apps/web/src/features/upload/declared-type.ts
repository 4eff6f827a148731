import { MEDIA_TYPES, PHOTO_TYPES } from "@caption-generator/schema";

const EXTENSIONS = Object.entries({ ...PHOTO_TYPES, ...MEDIA_TYPES });

const UNKNOWN = "application/octet-stream";

/** A file's media type; told by its name where the browser does not know it, as with HEIC in most. */
export function declaredType({ name, type }: Pick<File, "name" | "type">): string {
  if (type !== "" && type !== UNKNOWN) return type;
  const lower = name.toLowerCase();
  const known = EXTENSIONS.find(([, extensions]) =>
    extensions.some((extension) => lower.endsWith(extension)),
  );
  return known?.[0] ?? UNKNOWN;
}
