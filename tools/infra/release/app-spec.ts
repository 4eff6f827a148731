import type { DeploymentInfo } from "@aws-sdk/client-codedeploy";
import { PORTS } from "../../../packages/infra/src/modules/ecs/image-contract.ts";
import type { ServiceId } from "./names.ts";

/**
 * What CodeDeploy is to run, and where the load balancer reaches it. The version is 0.0, the only one there
 * is; JSON makes a 0 of it, as AWS's own action for GitHub does.
 */
export const appSpec = (id: ServiceId, taskDefinition: string): string =>
  JSON.stringify({
    version: 0.0,
    Resources: [
      {
        TargetService: {
          Type: "AWS::ECS::Service",
          Properties: {
            TaskDefinition: taskDefinition,
            LoadBalancerInfo: { ContainerName: id, ContainerPort: PORTS[id] },
          },
        },
      },
    ],
  });

interface Spec {
  readonly Resources?: readonly {
    readonly TargetService?: { readonly Properties?: { readonly TaskDefinition?: string } };
  }[];
}

/** The task definition that a deployment brings; undefined where it was not written as ours are. */
export function broughtBy({ revision }: Pick<DeploymentInfo, "revision">): string | undefined {
  const content = revision?.appSpecContent?.content ?? revision?.string?.content;
  if (content === undefined) return undefined;
  try {
    const { Resources: resources = [] } = JSON.parse(content) as Spec;
    return resources[0]?.TargetService?.Properties?.TaskDefinition;
  } catch {
    // Somebody else's may be YAML.
    return undefined;
  }
}
