import type { CodedeployApp } from "@cdktf/provider-aws/lib/codedeploy-app/index.js";
import type { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster/index.js";
import type { ValuesOf } from "../../terraform/module-definition.ts";
import type { Entrance } from "./entrance.ts";
import type { OUTPUTS } from "./interface.ts";
import type { Tasks } from "./make-tasks.ts";
import type { Services } from "./services.ts";

interface Made {
  readonly cluster: EcsCluster;
  readonly tasks: Tasks;
  readonly entrance: Entrance;
  readonly services: Services;
  readonly siteUrl: string;
  readonly releases: CodedeployApp | undefined;
}

/** What other modules and people want to know of the services. */
export const outputsOf = ({
  cluster,
  tasks,
  entrance: { balancer, domainName },
  services: { frontend, backend },
  siteUrl,
  releases,
}: Made): ValuesOf<typeof OUTPUTS> => ({
  site_url: siteUrl,
  cluster_name: cluster.name,
  cluster_arn: cluster.arn,
  frontend_service_name: frontend.service.name,
  backend_service_name: backend.service.name,
  frontend_repository_url: tasks.frontend.repository.repositoryUrl,
  backend_repository_url: tasks.backend.repository.repositoryUrl,
  alb_arn: balancer.arn,
  alb_arn_suffix: balancer.arnSuffix,
  alb_dns_name: balancer.dnsName,
  alb_zone_id: balancer.zoneId,
  origin_domain_name: domainName,
  frontend_target_group_arn_suffix: frontend.groups[0].arnSuffix,
  backend_target_group_arn_suffix: backend.groups[0].arnSuffix,
  frontend_green_target_group_arn_suffix: last(frontend.groups).arnSuffix,
  backend_green_target_group_arn_suffix: last(backend.groups).arnSuffix,
  frontend_log_group_name: tasks.frontend.logs.name,
  backend_log_group_name: tasks.backend.logs.name,
  codedeploy_app_name: releases?.name ?? "",
  migration_task_family: tasks.migration.family,
});

const last = ({ 0: blue, 1: green = blue }: Services["frontend"]["groups"]) => green;
