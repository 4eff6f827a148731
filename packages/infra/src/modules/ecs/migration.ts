import type { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition/index.js";
import type { Construct } from "constructs";
import { taskDefinition } from "./task-definition.ts";

type Definition = Parameters<typeof taskDefinition>[2];

interface MigrationProps {
  /** The API's task, whose image, size and secrets it shares. */
  readonly backend: Definition;
  readonly family: string;
  readonly command: readonly string[];
}

/** Brings the database to what a release expects. The pipeline runs it once and waits, before it deploys. */
export function migrationTask(
  scope: Construct,
  { backend, family, command }: MigrationProps,
): EcsTaskDefinition {
  const { port: _, livePath: __, ...container } = backend.container;
  // It has no role to read the secret by, and is done before that is renewed.
  const { DATABASE_SECRET_ARN: ___, ...environment } = container.environment ?? {};
  return taskDefinition(scope, "aws_ecs_task_definition.migration", {
    family,
    cpu: backend.cpu,
    memory: backend.memory,
    executionRole: backend.executionRole,
    keepOld: backend.keepOld,
    container: { ...container, environment, name: "migration", stream: "migration", command },
  });
}
