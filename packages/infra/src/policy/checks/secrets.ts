import { isOn, isSet } from "../../inventory/arguments.ts";
import type { Value } from "../../inventory/value.ts";
import { referencesOf, textOf } from "../../inventory/value.ts";
import type { Check } from "../check.ts";
import { SECRET } from "../plan.ts";

/** Whether nothing is written to the state: there is no value, or Terraform does not keep it. */
const isKeptOut = (value: Value | undefined) => value === undefined || value === null;

export const SECRET_CHECKS: readonly Check[] = [
  {
    id: "no-password-of-the-database",
    says: "the database's password is made and kept by AWS, and not in Terraform's state",
    types: ["aws_rds_cluster"],
    holds: (args) =>
      isKeptOut(args["master_password"]) && isOn(args, "manage_master_user_password"),
  },
  {
    id: "no-token-of-the-cache",
    says: "the cache's token is not in Terraform's state",
    types: ["aws_elasticache_replication_group", "aws_elasticache_user"],
    holds: ({ auth_token: token, passwords }) => isKeptOut(token) && isKeptOut(passwords),
  },
  {
    id: "no-value-of-a-secret",
    says: "the value of a secret is not in Terraform's state",
    types: ["aws_secretsmanager_secret_version"],
    holds: ({ secret_string: text, secret_binary: bytes }) => isKeptOut(text) && isKeptOut(bytes),
  },
  {
    id: "no-value-of-a-parameter",
    says: "the value of a secret parameter is not in Terraform's state",
    types: ["aws_ssm_parameter"],
    holds: ({ type, value }) => type !== "SecureString" || isKeptOut(value),
  },
  {
    id: "no-generated-secret",
    says: "Terraform makes no secret, which would be in its state",
    types: ["random_password", "random_id", "random_string"],
    holds: (_args, { instance: { type, name } }) =>
      type !== "random_password" && !/secret|password|token|key/u.test(name),
  },
  {
    id: "CKV_AWS_337",
    says: "a secret parameter is encrypted with a key of the account's own",
    types: ["aws_ssm_parameter"],
    hardened: true,
    holds: (args) => args["type"] !== "SecureString" || isSet(args, "key_id"),
  },
  {
    id: "CKV_AWS_149",
    says: "a secret is encrypted with a key of the account's own",
    types: ["aws_secretsmanager_secret"],
    hardened: true,
    holds: (args) => isSet(args, "kms_key_id"),
  },
  {
    id: "no-secret-in-a-task",
    says: "a task gets its secrets by reference, and has none written into it",
    types: ["aws_ecs_task_definition"],
    holds: ({ container_definitions: containers }) =>
      !SECRET.test(textOf(containers)) &&
      !referencesOf(containers).some((reference) =>
        /random_password|secret_string/u.test(reference),
      ),
  },
];
