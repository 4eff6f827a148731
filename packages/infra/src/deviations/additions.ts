import type { Addition } from "./deviation.ts";

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
];
