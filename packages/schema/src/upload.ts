import { z } from "zod";
import { uploadIdSchema } from "./ids.ts";
import { PHOTO_LIMITS } from "./limits.ts";
import { plainTextSchema } from "./plain-text.ts";

/** What a client says of a file before it sends a byte of it. */
export const declareUploadSchema = z
  .strictObject({
    name: plainTextSchema.min(1).max(PHOTO_LIMITS.maxNameLength),
    type: z.string().min(1).max(100),
    bytes: z.number().int().min(0),
  })
  .meta({ id: "DeclareUpload" });

export type DeclareUpload = z.infer<typeof declareUploadSchema>;

export const UPLOAD_STATES = ["declared", "uploaded", "used", "deleted"] as const;

export const uploadSchema = z
  .object({
    id: uploadIdSchema,
    name: z.string(),
    type: z.string(),
    bytes: z.number().int(),
    state: z.enum(UPLOAD_STATES),
    createdAt: z.iso.datetime(),
    /** Until when it is kept for a caption to take it; then it is deleted. */
    keepUntil: z.iso.datetime(),
  })
  .meta({ id: "Upload" });

export type Upload = z.infer<typeof uploadSchema>;

/** Where and how to send the bytes: one `method` request to `url` with exactly these headers. */
export const uploadTargetSchema = z.object({
  method: z.literal("PUT"),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  expiresAt: z.iso.datetime(),
});

/** The proof that an upload's bytes are gone. */
export const deletionReceiptSchema = z
  .object({
    uploadId: uploadIdSchema,
    deletedAt: z.iso.datetime(),
    /** How many stored versions of the object were removed; 0 when there was nothing left. */
    objectVersions: z.number().int().min(0),
    bytes: z.number().int().min(0),
  })
  .meta({ id: "DeletionReceipt" });

export type DeletionReceipt = z.infer<typeof deletionReceiptSchema>;
