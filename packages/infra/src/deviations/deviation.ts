import type { Json } from "../terraform/configuration.ts";

/** Where a configuration differs from the article's, on purpose. */
export interface Deviation {
  /** The resource, without an index, such as `module.s3.aws_s3_bucket.uploads`; or `terraform.backend.s3`. */
  readonly address: string;
  /** The argument, and blocks it is in, with dots between: `rule.filter`. */
  readonly argument: string;
  /** What the article has; undefined where it has nothing. */
  readonly article: Json | undefined;
  readonly ours: Json;
  readonly reason: string;
}

/** What there is that the article does not have. It changes none of the article's resources. */
export interface Addition {
  /** A part of the configuration, or a module with all that is in it. */
  readonly address: string;
  readonly reason: string;
  /** Whether a plan shows it: it shows resources. @default true */
  readonly planned?: boolean;
}
