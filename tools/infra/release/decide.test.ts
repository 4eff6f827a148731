import { describe, expect, it } from "vitest";
import { sayStep, stepFor } from "./decide.ts";
import type { Described } from "./described.ts";
import { revision } from "./testing/fake-cloud.ts";

const newest = revision("backend", 7, "1.1.0");
const older = revision("backend", 6, "1.0.0");

const found = (own: Partial<Described>): Described => ({
  id: "backend",
  controller: "ECS",
  newest,
  running: newest.arn,
  rollout: "COMPLETED",
  ...own,
});

describe("with CodeDeploy", () => {
  const codeDeploy = (running: string | undefined) =>
    found({ controller: "CODE_DEPLOY", running, rollout: undefined });

  it("a revision that is not what runs is deployed", () => {
    expect(stepFor(codeDeploy(older.arn))).toBe("deploy");
    expect(sayStep(codeDeploy(older.arn), "1.0.0")).toBe("backend: 1.0.0 -> 1.1.0 (revision 7)");
  });

  it("one that runs is waited for, as ECS takes images that came late", () => {
    expect(stepFor(codeDeploy(newest.arn))).toBe("settle");
    expect(sayStep(codeDeploy(newest.arn), undefined)).toMatch(/1.1.0 .* has the traffic already/);
  });
});

describe("with ECS", () => {
  it("what Terraform has begun is followed", () => {
    const begun = found({ rollout: "IN_PROGRESS" });
    expect(stepFor(begun)).toBe("follow");
    expect(sayStep(begun, undefined)).toMatch(/1.1.0 .* which ECS rolls out already/);
    expect(sayStep(found({}), undefined)).toBe("backend: 1.1.0 (revision 7) runs already");
  });

  it("what ECS gave up is begun again, as after a deployment that came before its images", () => {
    const failed = found({ rollout: "FAILED" });
    expect(stepFor(failed)).toBe("roll");
    expect(sayStep(failed, undefined)).toBe("backend: 1.1.0 (revision 7), once more");
  });

  it("what ECS went back from is begun again", () => {
    const back = found({ running: older.arn });
    expect(stepFor(back)).toBe("roll");
    expect(sayStep(back, "1.0.0")).toBe("backend: 1.0.0 -> 1.1.0 (revision 7)");
  });
});
