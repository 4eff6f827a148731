import { isSet, numberOf } from "../../inventory/arguments.ts";
import type { Check } from "../check.ts";

const GROUP = ["aws_cloudwatch_log_group"];
const YEAR = 365;

export const LOG_CHECKS: readonly Check[] = [
  {
    id: "CKV_AWS_66",
    says: "logs are kept for a set time",
    types: GROUP,
    holds: (args) => (numberOf(args, "retention_in_days") ?? 0) > 0,
  },
  {
    id: "CKV_AWS_338",
    says: "logs are kept for a year",
    types: GROUP,
    hardened: true,
    holds: (args) => (numberOf(args, "retention_in_days") ?? 0) >= YEAR,
  },
  {
    id: "CKV_AWS_158",
    says: "logs are encrypted with a key of the account's own",
    types: GROUP,
    hardened: true,
    holds: (args) => isSet(args, "kms_key_id"),
  },
  {
    id: "CKV_AWS_26",
    says: "a topic is encrypted",
    types: ["aws_sns_topic"],
    holds: (args) => isSet(args, "kms_master_key_id"),
  },
];
