import type { Statement } from "./policy-document.ts";

/** The tag that GuardDuty puts on every object it has scanned, and its value for a clean one. */
const TAG = "GuardDutyMalwareScanStatus";
const CLEAN = "NO_THREATS_FOUND";

/**
 * Statements of a bucket's policy that let nobody read an object before the scanner has found it clean, and
 * nobody but the scanner say that it has.
 */
export const cleanObjectsOnly = (
  bucketArn: string,
  scannerRoleArn: string,
): readonly Statement[] => {
  const others = { ArnNotEquals: { "aws:PrincipalArn": scannerRoleArn } };
  const deny = { Effect: "Deny", Principal: "*", Resource: [`${bucketArn}/*`] } as const;
  return [
    {
      ...deny,
      Sid: "DenyReadingUnlessClean",
      Action: ["s3:GetObject", "s3:GetObjectVersion"],
      Condition: { ...others, StringNotEquals: { [`s3:ExistingObjectTag/${TAG}`]: CLEAN } },
    },
    {
      ...deny,
      Sid: "DenyTaggingByOthers",
      Action: ["s3:PutObjectTagging", "s3:PutObjectVersionTagging"],
      Condition: { ...others, "ForAnyValue:StringEquals": { "s3:RequestObjectTagKeys": TAG } },
    },
  ];
};
