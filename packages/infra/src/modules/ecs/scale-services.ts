import type { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster/index.js";
import type { Lb } from "@cdktf/provider-aws/lib/lb/index.js";
import type { Construct } from "constructs";
import type { ServicesConfig } from "../../config/services.ts";
import type { Running } from "./running.ts";
import { scaling } from "./scaling.ts";
import { backlogAt, cpuAt, memoryAt, requestsAt, requestsInEitherAt } from "./scaling-targets.ts";
import type { Services } from "./services.ts";

interface ScaleServicesProps {
  readonly environment: string;
  readonly config: ServicesConfig;
  readonly cluster: EcsCluster;
  readonly balancer: Lb;
  readonly services: Services;
}

/** Keeps both services at the CPU, memory and requests they are meant to have, and the backend at its backlog. */
export function scaleServices(scope: Construct, props: ScaleServicesProps): void {
  const { config, cluster, balancer, services, environment } = props;
  const { frontend, backend } = services;
  const { cpuPercent, memoryPercent, requestsPerTask, jobsPerTask } = config.scaling;
  const targets = (running: Running) => ({
    cpu: cpuAt(cpuPercent),
    memory: memoryAt(memoryPercent),
    requests: requestsOf(running, balancer, requestsPerTask),
  });
  scaling(scope, "frontend", {
    cluster,
    service: frontend.service,
    size: config.frontend,
    targets: targets(frontend),
  });
  const backlog = backlogAt(jobsPerTask, {
    environment,
    cluster: cluster.name,
    service: backend.service.name,
  });
  scaling(scope, "backend", {
    cluster,
    service: backend.service,
    size: config.backend,
    targets: { ...targets(backend), backlog },
  });
}

const requestsOf = ({ groups }: Running, balancer: Lb, count: number) =>
  groups.length === 2
    ? requestsInEitherAt(count, balancer, groups)
    : requestsAt(count, balancer, groups[0]);
