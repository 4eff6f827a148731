import { describe, expect, it } from "vitest";
import { moduleIn } from "../../testing/site.ts";
import { environment } from "../../testing/stacks.ts";

const OWN = { pipeline: { repository: "acme/captions" } };

/** The service a type of resource belongs to, by its name in IAM; the first that fits. */
const SERVICES: readonly (readonly [type: RegExp, service: string])[] = [
  [/^aws_(default_|flow_log|eip|internet_gateway|nat_gateway|network|route_|route$)/u, "ec2"],
  [/^aws_(security_group|subnet|vpc|ec2_|availability_zones)/u, "ec2"],
  [/^aws_(db_|rds_)/u, "rds"],
  [/^aws_appautoscaling_/u, "application-autoscaling"],
  [/^aws_cloudwatch_event_/u, "events"],
  [/^aws_cloudwatch_log_/u, "logs"],
  [/^aws_(lb|lb_.*|elb_.*)$/u, "elasticloadbalancing"],
  [
    /^aws_(acm|budgets|cloudformation|cloudfront|cloudwatch|codedeploy|ecr|ecs|elasticache|guardduty|iam|kms|route53|s3|secretsmanager|sns|ssm|wafv2)_/u,
    "",
  ],
];

function serviceOf(type: string): string | undefined {
  const [, service] = SERVICES.find(([pattern]) => pattern.test(type)) ?? [];
  return service === "" ? type.split("_")[1] : service;
}

const typesIn = (name: "dev" | "staging" | "prod") => {
  const { root, module } = environment(name, { environments: { [name]: OWN } });
  const all = [root, ...Object.keys(root.module ?? {}).map(module)];
  const types = all.flatMap(({ resource = {} }) => Object.keys(resource));
  return [...new Set(types)].filter((type) => type.startsWith("aws_")).sort();
};

describe.each(["dev", "staging", "prod"] as const)("the pipeline's role in %s", (name) => {
  const policy = String(moduleIn(name, "pipeline", OWN).at("aws_iam_role_policy.deploy")["policy"]);

  it("may make whatever there is", () => {
    const types = typesIn(name);
    expect(types.length).toBeGreaterThan(40);
    const beyond = types.filter((type) => !policy.includes(`"${serviceOf(type)}:`));
    expect(beyond).toEqual([]);
  });
});
