import { z } from "zod";

const idSchema = (prefix: string, what: string) =>
  z.string().regex(new RegExp(`^${prefix}_[0-9A-Za-z]{20}$`), `This is no ${what} id.`);

export const captionIdSchema = idSchema("cap", "caption");
export const apiKeyIdSchema = idSchema("key", "key");
export const uploadIdSchema = idSchema("upl", "upload");
