import { describe, expect, it } from "vitest";
import { moduleIn } from "../../testing/site.ts";
import { environment } from "../../testing/stacks.ts";

const OWN = { pipeline: { repository: "acme/captions" } };
const { at, text } = moduleIn("prod", "pipeline", OWN);
const policy = String(at("aws_iam_role_policy.deploy")["policy"]);

/** One statement of the policy, by its Sid. */
const statement = (sid: string) =>
  policy.split('{"Sid" = ').find((part) => part.startsWith(`"${sid}"`)) ?? "";

describe("the pipeline's role", () => {
  it("is for runs of one repository in one environment", () => {
    const trust = String(at("aws_iam_role.deploy")["assume_role_policy"]);
    expect(trust).toContain(`"repo:acme/captions:environment:\${var.environment}"`);
    expect(trust).toContain('"token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"');
    expect(trust).toContain("StringEquals");
    expect(trust).not.toContain("StringLike");
  });

  it("comes with no key that could be lost", () => {
    expect(text).not.toContain("aws_iam_access_key");
  });

  it("reads and writes the state of its own environment alone", () => {
    expect(statement("State")).toContain("/caption-generator/prod/terraform.tfstate");
    expect(statement("Services")).not.toContain("s3:");
  });

  it("leaves alone what is tagged as another environment's", () => {
    expect(statement("NoOtherEnvironment")).toContain('"Effect" = "Deny"');
    expect(statement("NoOtherEnvironment")).toContain(
      '"aws:ResourceTag/Environment" = var.environment',
    );
  });

  it("cannot change itself", () => {
    expect(statement("NotItself")).toContain('"Effect" = "Deny"');
    expect(statement("NotItself")).toContain("iam:PutRolePolicy");
  });

  it("passes this environment's roles to the services that take them, and to no other", () => {
    expect(statement("PassRoles")).toContain("ecs-tasks.amazonaws.com");
    expect(statement("PassRoles")).not.toContain("lambda.amazonaws.com");
  });
});

describe("GitHub's identities", () => {
  it("are made known to the account, or found where another environment did so", () => {
    const later = moduleIn("prod", "pipeline", {
      pipeline: { repository: "acme/captions", identityProvider: "existing" },
    });
    expect(at("aws_iam_openid_connect_provider.github")["client_id_list"]).toEqual([
      "sts.amazonaws.com",
    ]);
    expect(later.resource).not.toHaveProperty("aws_iam_openid_connect_provider");
  });
});

describe("without a repository", () => {
  it("there is no way in", () => {
    expect(environment("prod").root.module).not.toHaveProperty("pipeline");
  });
});
