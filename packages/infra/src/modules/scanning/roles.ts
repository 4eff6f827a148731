import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import type { Construct } from "constructs";
import type { Account } from "../../aws/account.ts";
import { policyDocument } from "../../aws/policy-document.ts";
import { scannerStatements } from "./scanner-statements.ts";

const SCANNER = "malware-protection-plan.guardduty.amazonaws.com";

interface ScannerRoleProps {
  readonly name: (rest: string) => string;
  readonly account: Account;
  readonly bucketArn: string;
}

/** The role in which GuardDuty reads and tags uploads, with the rights that AWS documents for it and no more. */
export function scannerRole(scope: Construct, { name, account, bucketArn }: ScannerRoleProps) {
  const role = new IamRole(scope, "aws_iam_role.scanner", {
    name: name("malware-scanner"),
    description: "GuardDuty, to scan uploads and tag them",
    assumeRolePolicy: policyDocument({
      Effect: "Allow",
      Principal: { Service: SCANNER },
      Action: "sts:AssumeRole",
    }),
  });
  const policy = new IamRolePolicy(scope, "aws_iam_role_policy.scanner", {
    name: name("malware-scanner"),
    role: role.id,
    policy: policyDocument(...scannerStatements(account, bucketArn, SCANNER)),
  });
  return { role, policy };
}

interface ReadersProps {
  readonly name: (rest: string) => string;
  readonly role: string;
  readonly bucketArn: string;
}

/** Lets tasks see the scanner's tag, which tells them when to read an upload, and whether. */
export function readScanResults(scope: Construct, { name, role, bucketArn }: ReadersProps): void {
  new IamRolePolicy(scope, "aws_iam_role_policy.read_scan_results", {
    name: name("read-scan-results"),
    role,
    policy: policyDocument({
      Effect: "Allow",
      Action: ["s3:GetObjectTagging", "s3:GetObjectVersionTagging"],
      Resource: [`${bucketArn}/*`],
    }),
  });
}
