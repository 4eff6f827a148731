import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import type { CodedeployApp } from "@cdktf/provider-aws/lib/codedeploy-app/index.js";
import { CodedeployDeploymentGroup } from "@cdktf/provider-aws/lib/codedeploy-deployment-group/index.js";
import type { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster/index.js";
import type { EcsService } from "@cdktf/provider-aws/lib/ecs-service/index.js";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import type { LbListener } from "@cdktf/provider-aws/lib/lb-listener/index.js";
import type { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group/index.js";
import type { Construct } from "constructs";

/** Minutes the old tasks stay after all traffic has moved, so that going back takes seconds. */
const KEEP_OLD_MINUTES = 15;

interface BlueGreenProps {
  readonly app: CodedeployApp;
  readonly role: IamRole;
  readonly cluster: EcsCluster;
  readonly service: EcsService;
  readonly listener: LbListener;
  readonly groups: readonly [LbTargetGroup, LbTargetGroup];
  readonly alarms: readonly CloudwatchMetricAlarm[];
  /** How traffic moves: the name of a deployment configuration. */
  readonly trafficShift: string;
}

/** Releases of a service: new tasks beside the old, traffic moved bit by bit, and back at the first alarm. */
export const blueGreen = (scope: Construct, name: string, props: BlueGreenProps): void => {
  new CodedeployDeploymentGroup(scope, `aws_codedeploy_deployment_group.${name}`, {
    appName: props.app.name,
    deploymentGroupName: name,
    serviceRoleArn: props.role.arn,
    deploymentConfigName: props.trafficShift,
    deploymentStyle: {
      deploymentOption: "WITH_TRAFFIC_CONTROL",
      deploymentType: "BLUE_GREEN",
    },
    ecsService: { clusterName: props.cluster.name, serviceName: props.service.name },
    loadBalancerInfo: {
      targetGroupPairInfo: {
        prodTrafficRoute: { listenerArns: [props.listener.arn] },
        targetGroup: props.groups.map((group) => ({ name: group.name })),
      },
    },
    blueGreenDeploymentConfig: {
      deploymentReadyOption: { actionOnTimeout: "CONTINUE_DEPLOYMENT" },
      terminateBlueInstancesOnDeploymentSuccess: {
        action: "TERMINATE",
        terminationWaitTimeInMinutes: KEEP_OLD_MINUTES,
      },
    },
    alarmConfiguration: { enabled: true, alarms: props.alarms.map(({ alarmName }) => alarmName) },
    autoRollbackConfiguration: {
      enabled: true,
      events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"],
    },
  });
};
