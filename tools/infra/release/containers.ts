import {
  ClientException,
  ClusterNotFoundException,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  RunTaskCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { Failure } from "../../shared/failure.ts";
import { toldByAws } from "../told-by-aws.ts";
import type { Cloud } from "./cloud.ts";
import type { Names } from "./names.ts";

type Asked = Pick<Cloud, "service" | "taskDefinition" | "runTask" | "task" | "roll">;

/** What a release asks of ECS. */
export function containers(
  region: string,
  { cluster, services }: Names,
): Asked & { close(): void } {
  const client = new ECSClient({ region });
  return {
    async service(id) {
      const command = new DescribeServicesCommand({ cluster, services: [services[id]] });
      const { services: found = [] } = await toldByAws(() =>
        client.send(command).catch((error) => {
          if (error instanceof ClusterNotFoundException) return { services: [] };
          throw error;
        }),
      );
      // One that was destroyed is described for a while.
      return found.find(({ status }) => status === "ACTIVE");
    },
    async taskDefinition(name) {
      const command = new DescribeTaskDefinitionCommand({ taskDefinition: name });
      const { taskDefinition } = await toldByAws(() =>
        client.send(command).catch((error) => {
          if (!(error instanceof ClientException)) throw error;
          const advice = "Deploy first: npx cdktf deploy registers it.";
          throw new Failure(`There is no task definition ${name} (${error.message}). ${advice}`);
        }),
      );
      return taskDefinition ?? {};
    },
    async runTask(taskDefinition, networkConfiguration) {
      const command = new RunTaskCommand({
        cluster,
        taskDefinition,
        networkConfiguration,
        launchType: "FARGATE",
        count: 1,
        startedBy: "pnpm-release",
        // Costs are counted by them.
        propagateTags: "TASK_DEFINITION",
      });
      const { tasks = [], failures = [] } = await toldByAws(() => client.send(command));
      const [task] = tasks;
      if (task?.taskArn !== undefined) return task.taskArn;
      const why = failures.map(({ reason, detail }) => detail ?? reason).join(", ");
      throw new Failure(`ECS did not start ${taskDefinition}: ${why}. Run pnpm release again.`);
    },
    async task(arn) {
      const command = new DescribeTasksCommand({ cluster, tasks: [arn] });
      return (await toldByAws(() => client.send(command))).tasks?.[0];
    },
    async roll(id, taskDefinition) {
      const command = new UpdateServiceCommand({
        cluster,
        service: services[id],
        taskDefinition,
        forceNewDeployment: true,
      });
      await toldByAws(() => client.send(command));
    },
    close: () => client.destroy(),
  };
}
