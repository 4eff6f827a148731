import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { GetDeploymentCommand, ListDeploymentsCommand } from "@aws-sdk/client-codedeploy";
import { DescribeServicesCommand, ListTasksCommand } from "@aws-sdk/client-ecs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dev } from "../../../packages/infra/src/config/dev.ts";
import { prod } from "../../../packages/infra/src/config/prod.ts";
import { ROOT } from "../../shared/root.ts";
import { firstLacking } from "../../terraform/capabilities.ts";
import type { Emulator } from "../../terraform/emulator.ts";
import { startEmulator } from "../../terraform/emulator.ts";
import { namesIn } from "../release/names.ts";
import type { AsAws } from "./code-deploy-as-aws.ts";
import { codeDeployAsAws } from "./code-deploy-as-aws.ts";
import { EmulatedServices } from "./emulated-services.ts";

const lacking = await firstLacking(["moto"]);
const PROGRAM = join(ROOT, "tools", "infra", "release.ts");

/**
 * Runs the command as a pipeline would.
 *
 * @param until words at which somebody presses Ctrl-C
 */
async function release(args: readonly string[], env: NodeJS.ProcessEnv, until?: string) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: ROOT, env });
  let words = "";
  let pressed = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      words += chunk.toString();
      if (pressed || until === undefined || !words.includes(until)) return;
      pressed = child.kill("SIGINT");
    });
  }
  await once(child, "close");
  return { code: child.exitCode, words };
}

const title = "pnpm release, against an emulated AWS";

/*
 * moto moves no deployment of ECS on, and its tasks all end with 0: what AWS answers there is in the unit
 * tests. Its CodeDeploy is given a voice like AWS's.
 */
describe.skipIf(lacking)(lacking ? `${title} [needs ${lacking}]` : title, () => {
  const names = { dev: namesIn(dev), prod: namesIn(prod) };
  let aws: Emulator;
  let deployments: AsAws;
  let env: NodeJS.ProcessEnv;
  let inDev: EmulatedServices;
  let inProd: EmulatedServices;
  beforeAll(async () => {
    aws = await startEmulator();
    deployments = await codeDeployAsAws(aws.url);
    const { url } = deployments;
    env = { PATH: process.env["PATH"], ...aws.env, AWS_ENDPOINT_URL: url };
    inDev = new EmulatedServices(url, names.dev);
    inProd = new EmulatedServices(url, names.prod);
  });
  afterAll(async () => {
    inDev?.close();
    inProd?.close();
    deployments?.close();
    await aws?.stop();
  });

  const deploymentsOf = async (id: string) => {
    const group = { applicationName: names.prod.app, deploymentGroupName: id };
    return (await inProd.codeDeploy.send(new ListDeploymentsCommand(group))).deployments ?? [];
  };

  it("says that nothing was deployed yet", async () => {
    const { code, words } = await release(["staging"], env);
    expect(code).toBe(1);
    expect(words).toMatch(/There is no service caption-generator-staging-backend .* Deploy first/);
  });

  it("refuses to release images that nobody pushed", async () => {
    await inDev.deploy("1.0.0", "ECS");
    const { code, words } = await release(["dev"], env);
    expect(code).toBe(1);
    expect(words).toMatch(/no image "1.0.0" in the repository caption-generator-dev-backend/);
  });

  it("migrates, and has ECS replace the tasks by those of the newest revision", async () => {
    await inDev.push("1.0.0");
    await inDev.register("1.1.0");
    await inDev.push("1.1.0");
    const { code, words } = await release(["dev"], env);
    expect(words).toContain("backend: 1.0.0 -> 1.1.0 (revision 2)");
    expect(words).toMatch(
      /The database is up to date.\nbackend: 1.1.0 runs.\nfrontend: 1.1.0 runs.\n$/,
    );
    expect(code).toBe(0);
    const { cluster, services } = names.dev;
    const described = await inDev.ecs.send(
      new DescribeServicesCommand({ cluster, services: Object.values(services) }),
    );
    expect(described.services?.map(({ taskDefinition }) => taskDefinition)).toEqual([
      expect.stringMatching(/backend:2$/),
      expect.stringMatching(/frontend:2$/),
    ]);
  });

  it("says so where all of it runs already, and migrates no more than asked to", async () => {
    const tasks = () => inDev.ecs.send(new ListTasksCommand({ cluster: names.dev.cluster }));
    const before = (await tasks()).taskArns?.length;
    const { code, words } = await release(["dev", "--no-migration"], env);
    expect(code).toBe(0);
    expect(words).toContain("frontend: 1.1.0 (revision 2) runs already");
    expect((await tasks()).taskArns).toHaveLength(before ?? 0);
  });

  it("has CodeDeploy bring it in prod, and lets go of it with Ctrl-C", async () => {
    await inProd.deploy("1.0.0", "CODE_DEPLOY");
    await inProd.register("1.1.0");
    await inProd.push("1.0.0");
    await inProd.push("1.1.0");
    const { code, words } = await release(["prod", "--ignore-alarms"], env, "has begun");
    expect(words).toMatch(/CodeDeploy's deployment \S+ of backend goes on by itself/);
    expect(code).toBe(130);
    const [begun = ""] = await deploymentsOf("backend");
    expect(words).toContain(begun);
    const command = new GetDeploymentCommand({ deploymentId: begun });
    const { deploymentInfo } = await inProd.codeDeploy.send(command);
    expect(deploymentInfo).toMatchObject({ overrideAlarmConfiguration: { enabled: false } });
    const content = deploymentInfo?.revision?.appSpecContent?.content ?? "";
    expect(content).toMatch(/caption-generator-prod-backend:2"/);
  });

  it("takes up what is under way, and ends as soon as the traffic has moved", async () => {
    deployments.say({
      deployment: {
        status: "InProgress",
        blueGreenDeploymentConfiguration: {
          terminateBlueInstancesOnDeploymentSuccess: { terminationWaitTimeInMinutes: 15 },
        },
      },
      target: {
        lifecycleEvents: [
          { lifecycleEventName: "AllowTraffic", status: "Succeeded" },
          { lifecycleEventName: "AfterAllowTraffic", status: "Succeeded" },
        ],
      },
    });
    const { code, words } = await release(["prod", "--no-migration"], env);
    expect(words).toMatch(/deployment \S+ of backend is under way already/);
    expect(words).toMatch(/backend: 1.1.0 has the traffic. The old tasks stay for 15 minutes/);
    expect(words).toMatch(/frontend: 1.1.0 has the traffic/);
    expect(code).toBe(0);
    expect(await deploymentsOf("backend")).toHaveLength(1);
  });

  it("fails with CodeDeploy's words", async () => {
    const errorInformation = { code: "ALARM_ACTIVE", message: "An alarm is on." };
    deployments.say({ deployment: { status: "Stopped", errorInformation } });
    const { code, words } = await release(["prod", "--no-migration"], env);
    expect(words).toMatch(
      /of backend was stopped: ALARM_ACTIVE: An alarm is on. .*--ignore-alarms/,
    );
    expect(code).toBe(1);
  });
});
