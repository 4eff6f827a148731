import { expect, it } from "vitest";
import { environment } from "../../testing/stacks.ts";

const { resource, data, output } = environment("dev").module("secrets");

it("names the article's parameters in whatever account and region it is deployed to", () => {
  expect(output?.["google_api_key_arn"]?.["value"]).toBe(
    `arn:\${data.aws_partition.current.partition}:ssm:\${data.aws_region.current.name}:\${data.aws_caller_identity.current.account_id}:parameter/\${var.project_name}/\${var.environment}/google-api-key`,
  );
  expect(output?.["openai_api_key_arn"]?.["value"]).toMatch(/\/openai-api-key$/);
  expect(output?.["session_secret_arn"]?.["value"]).toMatch(/\/session-secret$/);
});

it("makes no parameter and reads none, so that no value is in a plan or a state", () => {
  expect(resource).toBeUndefined();
  expect(Object.keys(data ?? {}).filter((type) => /ssm|secret/.test(type))).toEqual([]);
});
