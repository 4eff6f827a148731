import type { Addition } from "./deviation.ts";

/** What other modules have to know of a module that the article gives no outputs. */
const outputs = (module: string, ...names: readonly string[]): readonly Addition[] =>
  names.map((name) => ({
    address: `${module}.output.${name}`,
    reason: "Other modules build on it.",
  }));

/** What every environment, dev included, has and the article does not. */
export const ADDITIONS: readonly Addition[] = [
  {
    address: "terraform.required_providers.random",
    reason:
      "The article uses the provider without naming it; unnamed, its newest version is taken.",
  },
  {
    address: "module.s3.aws_s3_bucket_policy.uploads",
    reason: "Refuses requests to the uploads' bucket that do not come over TLS.",
  },
  {
    address: "module.s3.aws_iam_role_policy.delete_versions",
    reason:
      "Lets tasks delete an upload for good: with versions, s3:DeleteObject alone hides it and keeps its bytes.",
  },
  ...outputs(
    "module.s3",
    "uploads_bucket_id",
    "uploads_bucket_arn",
    "task_role_arn",
    "task_role_name",
  ),
];
