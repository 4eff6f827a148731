import type { DeclareUpload } from "@caption-generator/schema";
import { PHOTO_LIMITS } from "@caption-generator/schema";
import { declaredType } from "./declared-type.ts";

/** What the service is told of a photo before it gets a byte of it. */
export function declare(photo: Pick<File, "name" | "type" | "size">): DeclareUpload {
  return {
    // What is pasted or shared may have no name, and a name may be longer than the service keeps.
    name: photo.name.trim().slice(0, PHOTO_LIMITS.maxNameLength) || "photo",
    type: declaredType(photo),
    bytes: photo.size,
  };
}
