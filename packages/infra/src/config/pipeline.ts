import { z } from "zod";

/** The pipeline's way in, without a key that could be lost. */
export const pipelineShape = z.strictObject({
  /** The repository on GitHub that may deploy, `owner/name`. @default none, and there is no way in */
  repository: z
    .string()
    .regex(/^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/u, {
      error: ({ input }) =>
        `"${input}" is not a repository on GitHub: write its owner and name, such as "acme/captions".`,
    })
    .optional(),
  /** An account has one provider for GitHub: the first environment in it makes it, the others find it. */
  identityProvider: z.enum(["create", "existing"]),
});

export type PipelineConfig = z.infer<typeof pipelineShape>;

export const PIPELINE_DEFAULTS: PipelineConfig = { identityProvider: "create" };
