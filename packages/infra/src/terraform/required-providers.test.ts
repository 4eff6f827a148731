import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { describe, expect, it } from "vitest";
import { synthesized } from "../testing/synthesized.ts";
import { HclStack } from "./hcl-stack.ts";
import { requireProviders } from "./required-providers.ts";

describe("required providers", () => {
  const files = synthesized((app) => {
    const stack = new HclStack(app, "dev");
    new AwsProvider(stack, "provider.aws", {});
    requireProviders(stack, {
      aws: { source: "hashicorp/aws", version: "~> 5.0" },
      random: { source: "hashicorp/random", version: "~> 3.0" },
    });
  });
  const required = files["stacks/dev/cdk.tf.json"]?.terraform?.["required_providers"];

  it("take the place of the exact version that the bindings were made from", () => {
    expect(required).toHaveProperty("aws", { source: "hashicorp/aws", version: "~> 5.0" });
  });

  it("may name a provider that has no configuration of its own", () => {
    expect(required).toHaveProperty("random", { source: "hashicorp/random", version: "~> 3.0" });
  });
});
