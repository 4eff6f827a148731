import { describe, expect, it } from "vitest";
import { moduleIn } from "../../testing/site.ts";

const rolling = moduleIn("dev", "ecs");
const blueGreen = moduleIn("prod", "ecs");
const SERVICES = ["frontend", "backend"];

describe("a service", () => {
  it.each(SERVICES)("is in the private subnets without a public address: %s", (name) => {
    expect(rolling.at(`aws_ecs_service.${name}`)["network_configuration"]).toEqual({
      assign_public_ip: false,
      security_groups: [`\${var.ecs_security_group_id}`],
      subnets: `\${var.private_subnets}`,
    });
  });

  it.each(SERVICES)("waits for the rule that leads to it: %s", (name) => {
    expect(rolling.at(`aws_ecs_service.${name}`)["depends_on"]).toEqual([
      `aws_lb_listener_rule.${name}`,
    ]);
  });

  it("keeps the number of tasks that scaling gave it", () => {
    expect(rolling.at("aws_ecs_service.backend")["lifecycle"]).toEqual({
      ignore_changes: ["desired_count"],
    });
  });
});

describe("a rolling deployment", () => {
  it("goes back by itself when tasks do not come up", () => {
    expect(rolling.at("aws_ecs_service.backend")["deployment_circuit_breaker"]).toEqual({
      enable: true,
      rollback: true,
    });
  });

  it("needs no CodeDeploy and one target group a service", () => {
    expect(rolling.resource).not.toHaveProperty("aws_codedeploy_app");
    expect(Object.keys(rolling.resource["aws_lb_target_group"] ?? {}).toSorted()).toEqual([
      "backend",
      "frontend",
    ]);
  });
});

describe("a blue/green deployment", () => {
  const group = blueGreen.at("aws_codedeploy_deployment_group.backend");

  it("is CodeDeploy's, and Terraform leaves alone what it changes", () => {
    expect(blueGreen.at("aws_ecs_service.backend")).toMatchObject({
      deployment_controller: { type: "CODE_DEPLOY" },
      lifecycle: { ignore_changes: ["desired_count", "task_definition", "load_balancer"] },
    });
    expect(blueGreen.at("aws_ecs_service.backend")).not.toHaveProperty(
      "deployment_circuit_breaker",
    );
    expect(blueGreen.at("aws_lb_listener_rule.backend")["lifecycle"]).toEqual({
      ignore_changes: ["action"],
    });
  });

  it("moves the listener between two target groups", () => {
    expect(group["load_balancer_info"]).toEqual({
      target_group_pair_info: {
        prod_traffic_route: { listener_arns: [`\${aws_lb_listener.http.arn}`] },
        target_group: [
          { name: `\${aws_lb_target_group.backend.name}` },
          { name: `\${aws_lb_target_group.backend_green.name}` },
        ],
      },
    });
  });

  it("goes back when either group answers with errors", () => {
    expect(group["alarm_configuration"]).toEqual({
      enabled: true,
      alarms: [
        `\${aws_cloudwatch_metric_alarm.backend_blue_errors.alarm_name}`,
        `\${aws_cloudwatch_metric_alarm.backend_green_errors.alarm_name}`,
      ],
    });
    expect(group["auto_rollback_configuration"]).toMatchObject({ enabled: true });
  });

  it("may pass on the roles of the two services and start tasks in their cluster alone", () => {
    const policy = String(blueGreen.at("aws_iam_role_policy.deployer")["policy"]);
    expect(policy).toContain('"iam:PassedToService" = "ecs-tasks.amazonaws.com"');
    expect(policy).toContain('"ArnEquals" = {"ecs:cluster" = aws_ecs_cluster.main.arn}');
  });

  it("keeps task definitions to go back to", () => {
    expect(blueGreen.at("aws_ecs_task_definition.backend")["skip_destroy"]).toBe(true);
  });
});

describe("images", () => {
  it.each(SERVICES)("are scanned when pushed and never overwritten: %s", (name) => {
    expect(rolling.at(`aws_ecr_repository.${name}`)).toMatchObject({
      image_tag_mutability: "IMMUTABLE",
      image_scanning_configuration: { scan_on_push: true },
    });
  });

  it("are lost with the repository in dev, and protect it in prod", () => {
    expect(rolling.at("aws_ecr_repository.backend")["force_delete"]).toBe(true);
    expect(blueGreen.at("aws_ecr_repository.backend")["force_delete"]).toBe(false);
  });
});

describe("what is seen of the services", () => {
  it("is Container Insights, enhanced where the environment is hardened", () => {
    const insights = (module: typeof rolling) => module.at("aws_ecs_cluster.main")["setting"];
    expect(insights(rolling)).toEqual([{ name: "containerInsights", value: "enabled" }]);
    expect(insights(blueGreen)).toEqual([{ name: "containerInsights", value: "enhanced" }]);
  });

  it("is logged for a set time, with a key of the account's own where there are such", () => {
    expect(rolling.at("aws_cloudwatch_log_group.backend")).toEqual({
      name: `/ecs/\${var.project_name}-\${var.environment}-backend`,
      retention_in_days: 30,
    });
    expect(blueGreen.at("aws_cloudwatch_log_group.backend")).toMatchObject({
      retention_in_days: 365,
      kms_key_id: `\${aws_kms_key.main.arn}`,
    });
  });
});
