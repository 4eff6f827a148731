import type { DeploymentInfo, LifecycleEvent } from "@aws-sdk/client-codedeploy";
import { describe, expect, it } from "vitest";
import { isAtWork, keptMinutes, stageOf } from "./stage.ts";

/** As in AWS's reference of GetDeployment, for one of ECS. */
const under: DeploymentInfo = {
  deploymentId: "d-A1B2C3111",
  status: "InProgress",
  computePlatform: "ECS",
  instanceTerminationWaitTimeStarted: false,
  blueGreenDeploymentConfiguration: {
    terminateBlueInstancesOnDeploymentSuccess: {
      action: "TERMINATE",
      terminationWaitTimeInMinutes: 15,
    },
    deploymentReadyOption: { actionOnTimeout: "CONTINUE_DEPLOYMENT", waitTimeInMinutes: 0 },
  },
};

/** As in AWS's reference of GetDeploymentTarget: all events are there from the beginning. */
const events = (done: number, after: LifecycleEvent["status"] = "Succeeded"): LifecycleEvent[] =>
  [
    "BeforeInstall",
    "Install",
    "AfterInstall",
    "BeforeAllowTraffic",
    "AllowTraffic",
    "AfterAllowTraffic",
  ].map((lifecycleEventName, index) => ({
    lifecycleEventName,
    status: index >= done ? "Pending" : index === 5 ? after : "Succeeded",
  }));

describe("a deployment of CodeDeploy", () => {
  it("is under way until all its traffic has moved", () => {
    expect(stageOf({ ...under, status: "Created" })).toEqual({ kind: "under way" });
    for (const done of [0, 2, 4, 5]) {
      expect(stageOf(under, events(done))).toEqual({ kind: "under way" });
    }
  });

  it("has moved the traffic long before it says that it succeeded", () => {
    expect(stageOf(under, events(6))).toEqual({ kind: "moved" });
    expect(stageOf(under, events(6, "Skipped"))).toEqual({ kind: "moved" });
    expect(stageOf({ ...under, instanceTerminationWaitTimeStarted: true })).toEqual({
      kind: "moved",
    });
    expect(stageOf({ ...under, status: "Succeeded" })).toEqual({ kind: "moved" });
  });

  it("that failed did so with CodeDeploy's words, whatever came before", () => {
    const failed: DeploymentInfo = {
      ...under,
      status: "Failed",
      errorInformation: { code: "HEALTH_CONSTRAINTS", message: "The tasks are not healthy." },
    };
    expect(stageOf(failed, events(6))).toEqual({
      kind: "failed",
      why: "failed: HEALTH_CONSTRAINTS: The tasks are not healthy.",
    });
  });

  it("that an alarm stopped says how to release in spite of it", () => {
    const stopped: DeploymentInfo = {
      ...under,
      status: "Stopped",
      errorInformation: {
        code: "ALARM_ACTIVE",
        message: "One or more alarms have been activated.",
      },
    };
    expect(stageOf(stopped)).toMatchObject({
      why: expect.stringMatching(/^was stopped: ALARM_ACTIVE: One or .*--ignore-alarms/),
    });
  });

  it("that says nothing is not left without a sentence", () => {
    expect(stageOf({ status: "Stopped" })).toMatchObject({
      why: "was stopped: CodeDeploy says no more",
    });
  });

  it("says something of its service only while it is at work on it", () => {
    const all = ["Created", "Queued", "InProgress", "Ready", "Succeeded", "Stopped"] as const;
    expect(all.filter((status) => isAtWork({ status }))).toEqual(["InProgress", "Ready"]);
  });

  it("says how long the old tasks stay", () => {
    expect([keptMinutes(under), keptMinutes({})]).toEqual([15, undefined]);
  });
});
