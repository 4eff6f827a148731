import type { PartPlan } from "@caption-generator/schema";
import { partRange, planParts } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import type { PartedObject, PartToSend } from "../ports/part-store.ts";
import type { UploadRecord } from "../ports/records.ts";
import { findOwnUpload } from "./find-own-upload.ts";
import { unknownPart } from "./part-problems.ts";

/** An upload that is sent in parts, with what the store and its client have to know of them. */
export interface PartedUpload {
  readonly upload: UploadRecord;
  readonly object: PartedObject;
  readonly plan: PartPlan;
}

/** How an upload goes in parts; undefined where it goes in one piece. */
export function inParts(upload: UploadRecord): PartedUpload | undefined {
  const { id: key, multipartId, partBytes, bytes } = upload;
  if (multipartId === null || partBytes === null) return undefined;
  return { upload, object: { key, multipartId }, plan: planParts(bytes, partBytes) };
}

/** The session's own upload in parts. @throws AppError not_found, upload_not_in_parts */
export async function findOwnParts(
  deps: Pick<Deps, "uploads">,
  input: { readonly sessionId: string; readonly id: string },
): Promise<PartedUpload> {
  const upload = await findOwnUpload(deps, input);
  const parted = inParts(upload);
  if (parted !== undefined) return parted;
  throw new AppError({
    code: "upload_not_in_parts",
    detail: `"${upload.name}" goes in one piece. Send it to the URL that was given when it was declared.`,
  });
}

/** A part by its number. @throws AppError upload_part_unknown */
export function partOf({ upload, plan }: PartedUpload, number: number): PartToSend {
  if (number > plan.count) throw unknownPart(upload, plan, number);
  const { start, end } = partRange(upload.bytes, plan, number);
  return { number, bytes: end - start };
}
