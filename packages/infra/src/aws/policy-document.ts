import { Fn } from "cdktf";

/** A statement of an IAM policy, with AWS's own names. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | Readonly<Record<string, string | readonly string[]>>;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<
    Record<string, Readonly<Record<string, string | readonly string[]>>>
  >;
}

/** An IAM policy as the expression that HCL has for it: `jsonencode({...})`, with references inside. */
export const policyDocument = (...statements: readonly Statement[]): string =>
  Fn.jsonencode({ Version: "2012-10-17", Statement: statements });
