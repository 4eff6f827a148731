import {
  CodeDeployClient,
  CreateApplicationCommand,
  CreateDeploymentGroupCommand,
} from "@aws-sdk/client-codedeploy";
import { CreateRepositoryCommand, ECRClient, PutImageCommand } from "@aws-sdk/client-ecr";
import {
  CreateClusterCommand,
  CreateServiceCommand,
  CreateTaskSetCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  UpdateServicePrimaryTaskSetCommand,
} from "@aws-sdk/client-ecs";
import { PORTS } from "../../../packages/infra/src/modules/ecs/image-contract.ts";
import { signature } from "../rehearse/emulated-aws.ts";
import type { Names, ServiceId } from "../release/names.ts";
import { SERVICES } from "../release/names.ts";

const REGION = "us-east-1";
const REGISTRY = `123456789012.dkr.ecr.${REGION}.amazonaws.com`;
const CREDENTIALS = { accessKeyId: "test", secretAccessKey: "test" };

/** Cluster, services, repositories and tasks of an environment, as a deployment leaves them. */
export class EmulatedServices {
  readonly ecs: ECSClient;
  readonly codeDeploy: CodeDeployClient;
  readonly #ecr: ECRClient;
  readonly #emulator: string;
  readonly #names: Names;

  constructor(emulator: string, names: Names) {
    const config = { endpoint: emulator, region: REGION, credentials: CREDENTIALS };
    this.ecs = new ECSClient(config);
    this.codeDeploy = new CodeDeployClient(config);
    this.#ecr = new ECRClient(config);
    this.#emulator = emulator;
    this.#names = names;
  }

  /** Both services, with the images of a tag that need not be there, by one of the controllers. */
  async deploy(tag: string, controller: "ECS" | "CODE_DEPLOY"): Promise<void> {
    const { cluster, app, services } = this.#names;
    await this.ecs.send(new CreateClusterCommand({ clusterName: cluster }));
    await this.register(tag);
    await this.#tasksEndAtOnce();
    if (controller === "CODE_DEPLOY") {
      const create = { applicationName: app, computePlatform: "ECS" } as const;
      await this.codeDeploy.send(new CreateApplicationCommand(create));
    }
    const networkConfiguration = await this.#network();
    for (const id of SERVICES) {
      await this.#ecr.send(new CreateRepositoryCommand({ repositoryName: services[id] }));
      const service = new CreateServiceCommand({
        cluster,
        serviceName: services[id],
        taskDefinition: services[id],
        // moto starts no tasks: it takes a deployment for done that wants none.
        desiredCount: 0,
        launchType: "FARGATE",
        deploymentController: { type: controller },
        networkConfiguration,
      });
      await this.ecs.send(service);
      if (controller === "CODE_DEPLOY") await this.#giveTraffic(id, networkConfiguration);
    }
  }

  /** New revisions of all three tasks, as a deployment with this tag registers them. */
  async register(tag: string): Promise<void> {
    const { services, migration } = this.#names;
    const families = [...SERVICES.map((id) => [id, services[id]]), ["backend", migration]] as const;
    for (const [id, family] of families) {
      const command = new RegisterTaskDefinitionCommand({
        family,
        requiresCompatibilities: ["FARGATE"],
        networkMode: "awsvpc",
        cpu: "256",
        memory: "512",
        containerDefinitions: [
          {
            name: family === migration ? "migration" : id,
            image: `${REGISTRY}/${services[id as ServiceId]}:${tag}`,
            // moto runs no task without it, though Fargate does.
            memory: 512,
          },
        ],
      });
      await this.ecs.send(command);
    }
  }

  /** Puts images of both services into their repositories. */
  async push(tag: string): Promise<void> {
    const mediaType = "application/vnd.docker.distribution.manifest.v2+json";
    for (const id of SERVICES) {
      const command = new PutImageCommand({
        repositoryName: this.#names.services[id],
        imageManifest: JSON.stringify({ schemaVersion: 2, mediaType, config: { digest: tag } }),
        imageTag: tag,
      });
      await this.#ecr.send(command);
    }
  }

  close(): void {
    for (const client of [this.ecs, this.codeDeploy, this.#ecr]) client.destroy();
  }

  /** AWS makes the first set of tasks itself; moto does not. */
  async #giveTraffic(id: ServiceId, networkConfiguration: Network): Promise<void> {
    const { cluster, app, services } = this.#names;
    const service = services[id];
    const group = new CreateDeploymentGroupCommand({
      applicationName: app,
      deploymentGroupName: id,
      serviceRoleArn: "arn:aws:iam::123456789012:role/deployer",
      ecsServices: [{ clusterName: cluster, serviceName: service }],
    });
    await this.codeDeploy.send(group);
    const set = { cluster, service, taskDefinition: service, networkConfiguration };
    const { taskSet } = await this.ecs.send(
      new CreateTaskSetCommand({
        ...set,
        launchType: "FARGATE",
        loadBalancers: [{ containerName: id, containerPort: PORTS[id] }],
      }),
    );
    const primaryTaskSet = taskSet?.taskSetArn;
    await this.ecs.send(
      new UpdateServicePrimaryTaskSetCommand({ cluster, service, primaryTaskSet }),
    );
  }

  async #network() {
    const [subnet, group] = await Promise.all([
      this.#first("DescribeSubnets", "subnetId"),
      this.#first("DescribeSecurityGroups", "groupId"),
    ]);
    return { awsvpcConfiguration: { subnets: [subnet], securityGroups: [group] } };
  }

  /** moto moves a task on each time somebody looks at it, through all it can be. */
  async #tasksEndAtOnce(): Promise<void> {
    const body = JSON.stringify({
      model_name: "ecs::task",
      transition: { progression: "immediate" },
    });
    const url = `${this.#emulator}/moto-api/state-manager/set-transition`;
    await fetch(url, { method: "POST", body });
  }

  /** The emulator's account has a network of its own to begin with. */
  async #first(action: string, tag: string): Promise<string> {
    const body = new URLSearchParams({ Action: action, Version: "2016-11-15" });
    const headers = signature("ec2");
    const answer = await fetch(this.#emulator, { method: "POST", headers, body });
    return new RegExp(`<${tag}>([^<]+)<`, "u").exec(await answer.text())?.[1] ?? "";
  }
}

type Network = { awsvpcConfiguration: { subnets: string[]; securityGroups: string[] } };
