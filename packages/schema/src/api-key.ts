import { z } from "zod";
import { apiKeyIdSchema } from "./ids.ts";
import { plainTextSchema } from "./plain-text.ts";

/** What a key may be used for. */
export const API_KEY_SCOPES = ["captions:read", "captions:write"] as const;
export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];

/** The most keys that a session may have at once. */
export const MAX_API_KEYS = 20;

export const createApiKeySchema = z
  .strictObject({
    /** What it is for, in its owner's words. */
    name: plainTextSchema.min(1, "A key needs a name that tells what it is for.").max(80),
    scopes: z
      .array(z.enum(API_KEY_SCOPES))
      .min(1, `A key needs at least one scope of ${API_KEY_SCOPES.join(", ")}.`)
      .max(10)
      .overwrite((scopes) => [...new Set(scopes)]),
  })
  .meta({ id: "CreateApiKey" });

export type CreateApiKey = z.infer<typeof createApiKeySchema>;

export const apiKeySchema = z
  .object({
    id: apiKeyIdSchema,
    name: z.string(),
    /** How the key begins and ends, to be told from others: `cg_…3fX0`. */
    hint: z.string(),
    scopes: z.array(z.enum(API_KEY_SCOPES)),
    createdAt: z.iso.datetime(),
    /** To the minute; null as long as it was never used. */
    lastUsedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "ApiKey" });

export type ApiKey = z.infer<typeof apiKeySchema>;

/** A key as it is shown once, when it is made. */
export const createdApiKeySchema = apiKeySchema
  .extend({
    /** The key itself. It is not stored, and cannot be shown again. */
    key: z.string(),
  })
  .meta({ id: "CreatedApiKey" });

export type CreatedApiKey = z.infer<typeof createdApiKeySchema>;

export const listApiKeysSchema = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const apiKeyPageSchema = z
  .object({
    items: z.array(apiKeySchema),
    /** Pass it back as `cursor` for the next page; null on the last. */
    nextCursor: z.string().nullable(),
  })
  .meta({ id: "ApiKeyPage" });

export type ApiKeyPage = z.infer<typeof apiKeyPageSchema>;
