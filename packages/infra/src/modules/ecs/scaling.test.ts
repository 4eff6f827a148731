import { describe, expect, it } from "vitest";
import { moduleIn } from "../../testing/site.ts";

const dev = moduleIn("dev", "ecs");
const prod = moduleIn("prod", "ecs");
const tracking = (module: typeof dev, policy: string) =>
  module.at(`aws_appautoscaling_policy.${policy}`)["target_tracking_scaling_policy_configuration"];

describe("tasks are added and removed", () => {
  it("within the article's limits", () => {
    expect(dev.at("aws_appautoscaling_target.frontend")).toMatchObject({
      min_capacity: 2,
      max_capacity: 5,
    });
    expect(dev.at("aws_appautoscaling_target.backend")).toMatchObject({
      min_capacity: 2,
      max_capacity: 10,
    });
  });

  it.each(["frontend", "backend"])("by CPU, memory and requests: %s", (service) => {
    expect(JSON.stringify(tracking(dev, `${service}_cpu`))).toContain("AverageCPUUtilization");
    expect(JSON.stringify(tracking(dev, `${service}_memory`))).toContain(
      "AverageMemoryUtilization",
    );
    expect(tracking(dev, `${service}_requests`)).toMatchObject({
      target_value: 1000,
      predefined_metric_specification: {
        predefined_metric_type: "ALBRequestCountPerTarget",
        resource_label: `\${aws_lb.main.arn_suffix}/\${aws_lb_target_group.${service}.arn_suffix}`,
      },
    });
  });

  it("by the requests in both target groups where deployments move between them", () => {
    const text = JSON.stringify(tracking(prod, "backend_requests"));
    expect(text).toContain("FILL(blue, 0) + FILL(green, 0)");
    expect(text).toContain("aws_lb_target_group.backend.arn_suffix");
    expect(text).toContain("aws_lb_target_group.backend_green.arn_suffix");
  });

  it("by the jobs that wait for each task, for the backend alone", () => {
    const backlog = tracking(dev, "backend_backlog");
    expect(backlog).toMatchObject({ target_value: 5 });
    expect(JSON.stringify(backlog)).toContain('"namespace":"CaptionGenerator"');
    expect(JSON.stringify(backlog)).toContain("backlog / IF(tasks > 0, tasks, 1)");
    expect(tracking(dev, "frontend_backlog")).toBeUndefined();
  });
});
