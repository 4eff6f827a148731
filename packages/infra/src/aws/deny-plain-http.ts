import type { Statement } from "./policy-document.ts";

/** A statement of a bucket's policy that refuses every request that does not come over TLS. */
export const denyPlainHttp = (bucketArn: string): Statement => ({
  Sid: "DenyPlainHttp",
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [bucketArn, `${bucketArn}/*`],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
});
