import { argument, blocks, isOn, isSet } from "../../inventory/arguments.ts";
import { decoded } from "../../inventory/document.ts";
import type { Value, Values } from "../../inventory/value.ts";
import { isValues, referencesOf } from "../../inventory/value.ts";
import type { Check } from "../check.ts";

const CLUSTER = ["aws_ecs_cluster"];
const SERVICE = ["aws_ecs_service"];
const TASK = ["aws_ecs_task_definition"];
const REPOSITORY = ["aws_ecr_repository"];
const EXEC = "configuration.execute_command_configuration";

function containers(args: Values): readonly Values[] {
  const all = decoded(args["container_definitions"]);
  return Array.isArray(all) ? (all as readonly Value[]).filter(isValues) : [];
}

export const CONTAINER_CHECKS: readonly Check[] = [
  {
    id: "CKV_AWS_65",
    says: "a cluster reports what its containers use",
    types: CLUSTER,
    holds: (args) =>
      blocks(args, "setting").some(
        ({ name, value }) => name === "containerInsights" && value !== "disabled",
      ),
  },
  {
    id: "CKV_AWS_223",
    says: "commands that are run in containers are logged, and the log is encrypted",
    types: CLUSTER,
    hardened: true,
    holds: (args) =>
      argument(args, `${EXEC}.logging`) === "OVERRIDE" &&
      (isOn(args, `${EXEC}.log_configuration.cloud_watch_encryption_enabled`) ||
        isOn(args, `${EXEC}.log_configuration.s3_bucket_encryption_enabled`)),
  },
  {
    id: "CKV_AWS_224",
    says: "the way to a container is encrypted with a key of the account's own",
    types: CLUSTER,
    hardened: true,
    holds: (args) => isSet(args, `${EXEC}.kms_key_id`),
  },
  {
    id: "CKV_AWS_249",
    says: "what starts a task and what the task may do are two roles",
    types: TASK,
    holds: (args) => {
      const [execution] = referencesOf(args["execution_role_arn"]);
      return execution === undefined || execution !== referencesOf(args["task_role_arn"])[0];
    },
  },
  {
    id: "CKV_AWS_332",
    says: "a service runs on Fargate's latest platform",
    types: SERVICE,
    holds: (args) => (args["platform_version"] ?? "LATEST") === "LATEST",
  },
  {
    id: "CKV_AWS_333",
    says: "tasks have no public address",
    types: SERVICE,
    holds: (args) => !isOn(args, "network_configuration.assign_public_ip"),
  },
  {
    id: "CKV_AWS_334",
    says: "no container is privileged",
    types: TASK,
    holds: (args) => containers(args).every(({ privileged }) => privileged !== true),
  },
  {
    id: "CKV_AWS_335",
    says: "a task does not share the host's processes",
    types: TASK,
    holds: (args) => args["pid_mode"] !== "host",
  },
  {
    id: "CKV_AWS_336",
    says: "a container cannot change its own file system",
    types: TASK,
    hardened: true,
    holds: (args) =>
      containers(args).length > 0 &&
      containers(args).every((container) => container["readonlyRootFilesystem"] === true),
  },
  {
    id: "CKV_AWS_51",
    says: "an image's tag stays with the image",
    types: REPOSITORY,
    holds: (args) => String(args["image_tag_mutability"]).startsWith("IMMUTABLE"),
  },
  {
    id: "CKV_AWS_163",
    says: "images are scanned when they are pushed",
    types: REPOSITORY,
    holds: (args) => isOn(args, "image_scanning_configuration.scan_on_push"),
  },
];
