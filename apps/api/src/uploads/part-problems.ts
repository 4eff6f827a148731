import type { PartPlan } from "@caption-generator/schema";
import { AppError } from "../errors/app-error.ts";
import type { UploadRecord } from "../ports/records.ts";
import { inRanges } from "../text/in-ranges.ts";

export const unknownPart = ({ name }: UploadRecord, { count }: PartPlan, number: number) =>
  new AppError({
    code: "upload_part_unknown",
    detail: `"${name}" has no part ${number}: its parts are numbered from 1 to ${count}. Ask for one of those.`,
  });

export const missingParts = ({ name, id }: UploadRecord, numbers: readonly number[]) =>
  new AppError({
    code: "upload_incomplete",
    detail: `${numbers.length === 1 ? "Part" : "Parts"} ${inRanges(numbers)} of "${name}" have not arrived. Ask for URLs at /api/uploads/${id}/part-urls, send what is missing and complete again.`,
  });

export const wrongPart = (number: number, expected: number, received: number) =>
  new AppError({
    code: "upload_size_mismatch",
    detail: `Part ${number} has to have ${expected} bytes, and ${received} came. Send exactly that part of the file.`,
  });

/** Why an upload takes no parts any more. */
export const closedUpload = ({ name, state }: UploadRecord) =>
  new AppError({
    code: "upload_already_used",
    detail:
      state === "deleting" || state === "deleted"
        ? `"${name}" was deleted. Declare another upload.`
        : `"${name}" is complete and takes no more parts. Declare another upload for another file.`,
  });
