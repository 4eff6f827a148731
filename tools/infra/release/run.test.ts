import type { DeploymentInfo, ErrorInformation } from "@aws-sdk/client-codedeploy";
import type { Service, Task } from "@aws-sdk/client-ecs";
import { describe, expect, it } from "vitest";
import { prod } from "../../../packages/infra/src/config/prod.ts";
import { appSpec } from "./app-spec.ts";
import { namesIn } from "./names.ts";
import { release } from "./run.ts";
import { arnOf, definition, fakeCloud, moved, rolled } from "./testing/fake-cloud.ts";
import { quick } from "./testing/quick.ts";

const DEFINITIONS = [
  definition("backend", 6, "1.0.0"),
  definition("backend", 7, "1.1.0"),
  definition("frontend", 6, "1.0.0"),
  definition("frontend", 7, "1.1.0"),
  definition("migration", 3, "1.1.0"),
];
const WELL: Task = { lastStatus: "STOPPED", containers: [{ exitCode: 0 }] };
const BOTH_OLD = { backend: [moved("backend", 6)], frontend: [moved("frontend", 6)] };
/** What GetDeployment says once the old tasks wait for their end. */
const MOVED: DeploymentInfo = {
  status: "InProgress",
  instanceTerminationWaitTimeStarted: true,
  blueGreenDeploymentConfiguration: {
    terminateBlueInstancesOnDeploymentSuccess: { terminationWaitTimeInMinutes: 15 },
  },
};
const bringing = (number: number, own: DeploymentInfo): DeploymentInfo => ({
  ...own,
  revision: {
    revisionType: "AppSpecContent",
    appSpecContent: { content: appSpec("backend", arnOf("backend", number)) },
  },
});

/** A release in an AWS that answers like this. */
function scene(told: Partial<Parameters<typeof fakeCloud>[0]>) {
  const fake = fakeCloud({
    services: BOTH_OLD,
    definitions: DEFINITIONS,
    images: ["1.0.0", "1.1.0"],
    task: WELL,
    deployments: { "d-backend": [{ status: "Created" }, MOVED], "d-frontend": [MOVED] },
    ...told,
  });
  const { waiting, slept } = quick();
  const said: string[] = [];
  const run = (own: object = {}) =>
    release(
      { environment: "prod", ignoreAlarms: false, migrate: true, ...own },
      { cloud: fake.cloud, names: namesIn(prod), waiting, tell: (line) => said.push(line) },
    );
  return { ...fake, run, slept, said: () => said.join("\n") };
}

describe("a release by CodeDeploy", () => {
  it("migrates, and moves the API's traffic before the page's", async () => {
    const { run, done, created, said } = scene({});
    await run();
    expect(done).toEqual([
      "run caption-generator-prod-migration:3",
      "deploy backend",
      "deploy frontend",
    ]);
    expect(created[0]?.appSpec).toContain(arnOf("backend", 7));
    expect(said()).toContain("backend: 1.0.0 -> 1.1.0 (revision 7)");
    expect(said()).toContain(
      "The old tasks stay for 15 minutes. To go back to them: aws deploy stop",
    );
  });

  it("leaves out the migration, and ignores alarms, when asked to", async () => {
    const { run, done, created } = scene({});
    await run({ migrate: false, ignoreAlarms: true });
    expect(done).toEqual(["deploy backend", "deploy frontend"]);
    expect(created.map(({ ignoreAlarms }) => ignoreAlarms)).toEqual([true, true]);
  });

  it("moves only what is not there already, and waits for tasks that are still to come", async () => {
    const late: Service = moved("backend", 7);
    const coming = {
      ...late,
      taskSets: [{ ...late.taskSets?.[0], stabilityStatus: "STABILIZING" }],
    };
    const { run, done, slept } = scene({
      services: {
        backend: [coming as Service, coming as Service, coming as Service, late],
        frontend: [moved("frontend", 6)],
      },
    });
    await run();
    expect(done).not.toContain("deploy backend");
    expect(slept()).toBe(10_000);
  });

  it("does not begin with the page when the API's deployment failed, and says why", async () => {
    const errorInformation: ErrorInformation = {
      code: "HEALTH_CONSTRAINTS",
      message: "No task became healthy.",
    };
    const { run, done } = scene({
      deployments: { "d-backend": [{ status: "Failed", errorInformation }] },
    });
    await expect(run()).rejects.toThrow(
      "CodeDeploy's deployment d-backend of backend failed: HEALTH_CONSTRAINTS: No task became healthy.",
    );
    expect(done).not.toContain("deploy frontend");
  });

  it("waits for a deployment that keeps older tasks, and says how to end it", async () => {
    const { run, done, said, slept } = scene({
      services: { backend: [moved("backend", 6)], frontend: [moved("frontend", 7)] },
      underWay: ["d-old"],
      deployments: {
        "d-old": [bringing(6, MOVED), bringing(6, MOVED), bringing(6, { status: "Succeeded" })],
        "d-backend": [MOVED],
      },
    });
    await run();
    expect(done).toContain("deploy backend");
    expect(slept()).toBe(10_000);
    expect(said()).toMatch(/d-old of backend has to end first.*\n.*continue-deployment .* d-old/);
  });

  it("takes one up that brings the same", async () => {
    const { run, done } = scene({
      services: { backend: [moved("backend", 6)], frontend: [moved("frontend", 7)] },
      underWay: ["d-same"],
      deployments: { "d-same": [bringing(7, MOVED)] },
    });
    await run();
    expect(done).not.toContain("deploy backend");
  });
});

describe("a release by ECS", () => {
  const pair = (...backend: Service[]) => ({
    services: { backend, frontend: [rolled("frontend", 7, "COMPLETED")] },
  });

  // It is described at first, again when its turn has come, and then as often as it is waited for.
  const begun = rolled("backend", 7, "IN_PROGRESS");
  const complete = rolled("backend", 7, "COMPLETED");
  const failed = rolled("backend", 7, "FAILED");

  it("follows what Terraform has begun", async () => {
    const { run, done, slept } = scene(pair(begun, begun, begun, complete));
    await run({ migrate: false });
    expect(done).toEqual([]);
    expect(slept()).toBe(10_000);
  });

  it.each([
    ["before", failed],
    ["while the database was migrated", begun],
  ])("begins again what ECS gave up %s", async (_, first) => {
    const { run, done } = scene(pair(first, failed, complete));
    await run({ migrate: false });
    expect(done).toEqual(["roll backend 7"]);
  });

  it("fails with ECS's reason when it gives up", async () => {
    const because = { ...failed.deployments?.[0], rolloutStateReason: "tasks failed to start." };
    const { run } = scene(pair(begun, begun, { ...failed, deployments: [because] }));
    await expect(run({ migrate: false })).rejects.toThrow(
      "ECS did not bring backend to 1.1.0 (tasks failed to start.)",
    );
  });

  it("fails when ECS goes back to what ran before", async () => {
    // As ECS describes it then: the older revision is the primary one, the newer one has failed.
    const back: Service = {
      ...rolled("backend", 6, "IN_PROGRESS"),
      deployments: [
        {
          status: "PRIMARY",
          taskDefinition: arnOf("backend", 6),
          rolloutState: "IN_PROGRESS",
          rolloutStateReason:
            "ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.",
        },
        {
          status: "ACTIVE",
          taskDefinition: arnOf("backend", 7),
          rolloutState: "FAILED",
          rolloutStateReason: "ECS deployment circuit breaker: tasks failed to start.",
        },
      ],
    };
    const { run } = scene(pair(begun, begun, back));
    await expect(run({ migrate: false })).rejects.toThrow(/1.1.0 \(.*tasks failed to start.\)/);
  });
});

describe("a release is refused", () => {
  it("before anything is done when an image is not there", async () => {
    const { run, done } = scene({ images: ["1.0.0"] });
    await expect(run()).rejects.toThrow(
      /no image "1.1.0" in the repository caption-generator-prod-backend. Push it, or deploy .*image_tag=TAG/,
    );
    expect(done).toEqual([]);
  });

  it("where nothing was deployed", async () => {
    const { run } = scene({ services: { backend: [], frontend: [] } });
    await expect(run()).rejects.toThrow(
      /no service caption-generator-prod-backend in the cluster .* Deploy first: npx cdktf deploy prod/,
    );
  });

  it("when the migration fails, with where to look", async () => {
    const task: Task = {
      lastStatus: "STOPPED",
      stoppedReason: "Essential container in task exited",
      containers: [{ exitCode: 1 }],
    };
    const { run, done } = scene({ task });
    await expect(run()).rejects.toThrow(
      "The migration (task t1) ended with 1: Essential container in task exited. Look at the log group /ecs/caption-generator-prod-backend, stream migration/migration/t1. Nothing was released.",
    );
    expect(done).toHaveLength(1);
  });

  it("when the migration's task does not start at all", async () => {
    const task: Task = {
      lastStatus: "STOPPED",
      stoppedReason: "ResourceInitializationError: unable to pull secrets",
      containers: [{}],
    };
    await expect(scene({ task }).run()).rejects.toThrow(
      /\(task t1\) did not start: ResourceInitializationError: unable to pull secrets\. Look at/,
    );
  });
});
