import { GuarddutyMalwareProtectionPlan } from "@cdktf/provider-aws/lib/guardduty-malware-protection-plan/index.js";
import { currentAccount } from "../../aws/account.ts";
import { defineModule } from "../../terraform/module-definition.ts";
import { naming, PROJECT_INPUTS } from "../project.ts";
import { recordFindings } from "./findings.ts";
import type { ScanningProps } from "./props.ts";
import { readScanResults, scannerRole } from "./roles.ts";

/** GuardDuty looks at every upload and tags it with what it found. */
export const scanning = (props: ScanningProps) =>
  defineModule({
    name: "scanning",
    inputs: {
      ...PROJECT_INPUTS,
      bucket_id: { type: "string", description: "Name of the uploads' bucket" },
      bucket_arn: { type: "string", description: "ARN of the uploads' bucket" },
      task_role_name: {
        type: "string",
        description: "Name of the role that uploads are read with",
      },
    },
    outputs: {
      protection_plan_arn: { type: "string", description: "ARN of the malware protection plan" },
      scanner_role_arn: { type: "string", description: "ARN of the role that the scanner takes" },
      findings_rule_name: {
        type: "string",
        description: "Name of the rule that matches every upload that is not clean",
      },
    },
    body(scope, inputs) {
      const name = naming(inputs);
      const account = currentAccount(scope);
      const { role, policy } = scannerRole(scope, { name, account, bucketArn: inputs.bucket_arn });
      const plan = new GuarddutyMalwareProtectionPlan(
        scope,
        "aws_guardduty_malware_protection_plan.uploads",
        {
          role: role.arn,
          protectedResource: [{ s3Bucket: [{ bucketName: inputs.bucket_id }] }],
          actions: [{ tagging: [{ status: "ENABLED" }] }],
          // GuardDuty tries the role's rights out when the plan is made.
          dependsOn: [policy],
        },
      );
      readScanResults(scope, { role: inputs.task_role_name, bucketArn: inputs.bucket_arn, name });
      const rule = recordFindings(scope, { ...props, name, account, bucket: inputs.bucket_id });
      return {
        protection_plan_arn: plan.arn,
        scanner_role_arn: role.arn,
        findings_rule_name: rule.name,
      };
    },
  });
