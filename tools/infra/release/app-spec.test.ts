import { describe, expect, it } from "vitest";
import { appSpec, broughtBy } from "./app-spec.ts";

const ARN = "arn:aws:ecs:us-east-1:123456789012:task-definition/caption-generator-prod-backend:7";

describe("what CodeDeploy is told", () => {
  it("is a revision, and the container and port that the load balancer reaches", () => {
    expect(JSON.parse(appSpec("backend", ARN))).toEqual({
      version: 0,
      Resources: [
        {
          TargetService: {
            Type: "AWS::ECS::Service",
            Properties: {
              TaskDefinition: ARN,
              LoadBalancerInfo: { ContainerName: "backend", ContainerPort: 5000 },
            },
          },
        },
      ],
    });
  });
});

describe("the revision that a deployment brings", () => {
  const holding = (content: string) =>
    broughtBy({ revision: { revisionType: "AppSpecContent", appSpecContent: { content } } });

  it("is read from what it was told", () => {
    expect(holding(appSpec("frontend", ARN))).toBe(ARN);
  });

  it.each(["version: 0.0\nResources: []", "{}", '{"Resources":[{}]}'])(
    "is not known of %j",
    (content) => {
      expect(holding(content)).toBeUndefined();
    },
  );

  it("is not known where it comes from a bucket", () => {
    expect(broughtBy({ revision: { revisionType: "S3" } })).toBeUndefined();
  });
});
