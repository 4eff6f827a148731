import { z } from "zod";
import { uploadSchema, uploadTargetSchema } from "./upload.ts";

const MEBIBYTE = 1024 * 1024;

/** How a large file is cut. S3 takes parts of 5 MiB or more but for the last, and 10,000 of them. */
export const PARTS = {
  /** A file of more bytes goes in parts. */
  above: 16 * MEBIBYTE,
  /** What a part has, but for the last and for files that would need too many of them. */
  bytes: 8 * MEBIBYTE,
  most: 10_000,
  /** How many URLs may be asked for at once. */
  urlsAtOnce: 100,
} as const;

export const partPlanSchema = z
  .object({
    /** What each part has, in bytes; the last one has what is left. */
    bytes: z.number().int().positive(),
    /** Parts are numbered from 1 to this. */
    count: z.number().int().positive(),
  })
  .meta({ id: "PartPlan" });

export type PartPlan = z.infer<typeof partPlanSchema>;

/** How a file of `total` bytes goes in parts, of `bytes` each where an upload has begun with those. */
export function planParts(total: number, bytes = partBytes(total)): PartPlan {
  return { bytes, count: Math.ceil(total / bytes) };
}

function partBytes(total: number): number {
  const least = Math.ceil(total / PARTS.most);
  return Math.max(PARTS.bytes, Math.ceil(least / MEBIBYTE) * MEBIBYTE);
}

/** Which bytes of a file of `total` bytes a part has: from `start` up to, not including, `end`. */
export function partRange(total: number, { bytes }: PartPlan, number: number) {
  const start = (number - 1) * bytes;
  return { start, end: Math.min(start + bytes, total) };
}

export const partUrlsRequestSchema = z
  .strictObject({
    numbers: z
      .array(z.number().int().min(1))
      .min(1)
      .max(PARTS.urlsAtOnce)
      .refine((numbers) => new Set(numbers).size === numbers.length, {
        message: "A part is named more than once. Name each part once.",
      }),
  })
  .meta({ id: "PartUrlsRequest" });

/** Where to send parts, each by one request with exactly these headers. */
export const partUrlsSchema = z
  .object({ targets: z.array(uploadTargetSchema.extend({ number: z.number().int().positive() })) })
  .meta({ id: "PartUrls" });

export type PartUrls = z.infer<typeof partUrlsSchema>;
export type PartTarget = PartUrls["targets"][number];

/** What of an upload in parts has arrived. Once its state is "uploaded", all of it, and in one piece. */
export const arrivedPartsSchema = z
  .object({
    upload: uploadSchema,
    parts: partPlanSchema,
    arrived: z.array(
      z.object({
        number: z.number().int().positive(),
        bytes: z.number().int().positive(),
        etag: z.string(),
      }),
    ),
  })
  .meta({ id: "ArrivedParts" });

export type ArrivedParts = z.infer<typeof arrivedPartsSchema>;

/** How to send a declared file: whole to its `target`, or in `parts` whose URLs are asked for. */
export const declaredUploadSchema = z.union([
  z.object({ upload: uploadSchema, target: uploadTargetSchema }).meta({ id: "DeclaredWhole" }),
  z.object({ upload: uploadSchema, parts: partPlanSchema }).meta({ id: "DeclaredInParts" }),
]);

export type DeclaredUpload = z.infer<typeof declaredUploadSchema>;
export type DeclaredWhole = Extract<DeclaredUpload, { target: unknown }>;
export type DeclaredInParts = Extract<DeclaredUpload, { parts: unknown }>;
