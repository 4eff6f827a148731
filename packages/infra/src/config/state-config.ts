import { z } from "zod";
import { bucketNameFault } from "./bucket-name.ts";
import { faultless } from "./faultless.ts";
import { REGIONS } from "./regions.ts";

/** The article's stand-in for a bucket's name: nobody's, so nothing can be deployed with it. */
export const PLACEHOLDER_BUCKET = "your-terraform-state-bucket-unique-name";

/** What is said, where nothing is refused, while the owner has named no bucket. */
export const PLACEHOLDER_WARNING = `The state bucket is still the placeholder "${PLACEHOLDER_BUCKET}": name your own in infra.json before you deploy (docs/terraform.md).`;

/** Where the states of all environments are kept, and their locks. */
export const stateSchema = z.strictObject({
  bucket: z.string().superRefine(faultless(bucketNameFault)),
  region: z.enum(REGIONS),
  lockTable: z.string().regex(/^[A-Za-z0-9_.-]{3,255}$/u, {
    error: ({ input }) =>
      `"${input}" is not a name DynamoDB takes: use 3 to 255 letters, digits, dots, hyphens and underscores.`,
  }),
  /** Whether bucket and table refuse to be destroyed. */
  protected: z.boolean(),
});

export type StateConfig = z.infer<typeof stateSchema>;

export const STATE_DEFAULTS: StateConfig = {
  bucket: PLACEHOLDER_BUCKET,
  region: "us-east-1",
  lockTable: "terraform-state-locks",
  protected: true,
};
