import type { DeploymentStatus } from "@aws-sdk/client-codedeploy";
import {
  CodeDeployClient,
  CreateDeploymentCommand,
  DeploymentLimitExceededException,
  DeploymentNotStartedException,
  DeploymentTargetDoesNotExistException,
  GetDeploymentCommand,
  GetDeploymentTargetCommand,
  ListDeploymentsCommand,
} from "@aws-sdk/client-codedeploy";
import { Failure } from "../../shared/failure.ts";
import { toldByAws } from "../told-by-aws.ts";
import type { Cloud } from "./cloud.ts";
import type { Names } from "./names.ts";

type Asked = Pick<
  Cloud,
  "deploymentsUnderWay" | "createDeployment" | "deployment" | "deploymentTarget"
>;

const UNDER_WAY: DeploymentStatus[] = ["Created", "Queued", "InProgress", "Baking", "Ready"];

/** What CodeDeploy answers about a service that it has not come to. */
const NOT_YET = [DeploymentNotStartedException, DeploymentTargetDoesNotExistException];

/** What a release asks of CodeDeploy. */
export function codeDeploy(region: string, names: Names): Asked & { close(): void } {
  const { app: applicationName, cluster, services } = names;
  const client = new CodeDeployClient({ region });
  return {
    async deploymentsUnderWay(id) {
      const command = new ListDeploymentsCommand({
        applicationName,
        deploymentGroupName: id,
        includeOnlyStatuses: UNDER_WAY,
      });
      return (await toldByAws(() => client.send(command))).deployments ?? [];
    },
    async createDeployment(id, { appSpec: content, ignoreAlarms }) {
      const command = new CreateDeploymentCommand({
        applicationName,
        deploymentGroupName: id,
        description: "pnpm release",
        revision: { revisionType: "AppSpecContent", appSpecContent: { content } },
        ...(ignoreAlarms ? { overrideAlarmConfiguration: { enabled: false } } : {}),
      });
      const { deploymentId } = await toldByAws(() =>
        client.send(command).catch((error) => {
          if (!(error instanceof DeploymentLimitExceededException)) throw error;
          const advice = "Run pnpm release again: it waits for that one, and says how to end it.";
          throw new Failure(`CodeDeploy is at another deployment of ${id} already. ${advice}`);
        }),
      );
      return deploymentId ?? "";
    },
    async deployment(deploymentId) {
      const command = new GetDeploymentCommand({ deploymentId });
      return (await toldByAws(() => client.send(command))).deploymentInfo ?? {};
    },
    async deploymentTarget(deploymentId, id) {
      const targetId = `${cluster}:${services[id]}`;
      const command = new GetDeploymentTargetCommand({ deploymentId, targetId });
      const { deploymentTarget } = await toldByAws(() =>
        client.send(command).catch((error) => {
          if (NOT_YET.some((type) => error instanceof type)) return { deploymentTarget: undefined };
          throw error;
        }),
      );
      return deploymentTarget?.ecsTarget;
    },
    close: () => client.destroy(),
  };
}
