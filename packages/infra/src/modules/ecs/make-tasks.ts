import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import type { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository/index.js";
import type { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition/index.js";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key/index.js";
import type { Construct } from "constructs";
import type { Account } from "../../aws/account.ts";
import { allowSecretReading } from "./database-secret.ts";
import type { Inputs } from "./interface.ts";
import { logGroup } from "./logs.ts";
import { migrationTask } from "./migration.ts";
import type { EcsProps, Name } from "./props.ts";
import { repository } from "./repository.ts";
import { executionRole, powerlessRole } from "./roles.ts";
import { optionalSecretsAt, readSecrets } from "./secrets.ts";
import { taskDefinition } from "./task-definition.ts";
import { backendTask, frontendTask } from "./tasks.ts";

interface MakeTasksProps {
  readonly name: Name;
  readonly inputs: Inputs;
  readonly account: Account;
  /** Where people reach the page. */
  readonly siteUrl: string;
  /** Encrypts the logs. @default CloudWatch's own encryption */
  readonly key: KmsKey | undefined;
  readonly props: EcsProps;
}

/** A service's task, and what was made for it. */
export interface Task {
  readonly definition: EcsTaskDefinition;
  readonly repository: EcrRepository;
  readonly logs: CloudwatchLogGroup;
}

export interface Tasks {
  readonly frontend: Task;
  readonly backend: Task;
  readonly migration: EcsTaskDefinition;
  /** ARNs of all roles that tasks are started with, or have. */
  readonly roles: readonly string[];
}

/** Where images are, where logs go, who may start a task, and the tasks themselves. */
export function makeTasks(scope: Construct, made: MakeTasksProps): Tasks {
  const { name, inputs, account, key, siteUrl } = made;
  const { services, logRetentionDays: days, scanUploads, uploadsFromPage, behindCdn } = made.props;
  const ground = (service: string) => ({
    repository: repository(scope, service, {
      name,
      deletionProtection: services.deletionProtection,
    }),
    logs: logGroup(scope, service, { name, days, key }),
  });
  const page = ground("frontend");
  const api = ground("backend");
  const role = powerlessRole(scope, "frontend", name);
  const optionalSecrets = optionalSecretsAt(services.optionalSecrets, { inputs, account });
  const starters = {
    frontend: executionRole(scope, "frontend", { name, ...page }),
    backend: executionRole(scope, "backend", {
      name,
      ...api,
      secrets: readSecrets(inputs, account, optionalSecrets),
    }),
  };
  const common = {
    ...{ name, inputs, services, optionalSecrets, siteUrl },
    ...{ scanUploads, uploadsFromPage, behindCdn },
  };
  allowSecretReading(scope, { name, inputs, account });
  const frontend = frontendTask({ ...common, ...page, executionRole: starters.frontend, role });
  const backend = backendTask({ ...common, ...api, executionRole: starters.backend });
  return {
    frontend: {
      ...page,
      definition: taskDefinition(scope, "aws_ecs_task_definition.frontend", frontend),
    },
    backend: {
      ...api,
      definition: taskDefinition(scope, "aws_ecs_task_definition.backend", backend),
    },
    migration: migrationTask(scope, {
      backend,
      family: name("migration"),
      command: services.migrationCommand,
    }),
    roles: [starters.frontend.arn, starters.backend.arn, role.arn, inputs.task_role_arn],
  };
}
