import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { Fn, TerraformOutput } from "cdktf";
import { describe, expect, it } from "vitest";
import type { Written } from "../testing/synthesized.ts";
import { synthesized } from "../testing/synthesized.ts";
import { HclModule } from "./hcl-module.ts";
import { HclStack } from "./hcl-stack.ts";
import { defineModule } from "./module-definition.ts";

const network = defineModule({
  name: "network",
  inputs: {
    cidr: { type: "string", description: "Addresses" },
    zones: { type: "list(string)", description: "Zones" },
  },
  outputs: { vpc_id: { type: "string", description: "ID of the VPC" } },
  body(scope, { cidr }) {
    return { vpc_id: new Vpc(scope, "aws_vpc.main", { cidrBlock: cidr }).id };
  },
});

const inputs = { cidr: "10.0.0.0/16", zones: ["a", "b"] };

function stackWith(build: (stack: HclStack) => void): Written {
  return synthesized((app) => {
    const stack = new HclStack(app, "dev");
    new AwsProvider(stack, "provider.aws", {});
    build(stack);
  });
}

const rootOf = (files: Written) => files["stacks/dev/cdk.tf.json"] ?? {};
const bodyOf = (files: Written) => files["stacks/dev/modules/network/main.tf.json"] ?? {};

describe("a module", () => {
  const files = stackWith((stack) => {
    const call = new HclModule(stack, "module.network", network, { inputs });
    new TerraformOutput(stack, "output.vpc", { value: call.outputs.vpc_id });
  });

  it("is called from the stack with its source beside the stack, and its inputs", () => {
    expect(rootOf(files).module?.["network"]).toMatchObject({
      source: "./modules/network",
      cidr: "10.0.0.0/16",
      zones: ["a", "b"],
    });
  });

  it("has outputs that functions take, too, without a reference being read as text", () => {
    const file = stackWith((stack) => {
      const { vpc_id } = new HclModule(stack, "module.network", network, { inputs }).outputs;
      new TerraformOutput(stack, "output.json", { value: Fn.jsonencode({ id: vpc_id }) });
    });
    expect(rootOf(file).output?.["json"]).toEqual({
      value: `\${jsonencode({"id" = module.network.vpc_id})}`,
    });
  });

  it("is written as a module of its own, so that its resources have HCL's addresses", () => {
    expect(bodyOf(files).resource?.["aws_vpc"]?.["main"]).toEqual({ cidr_block: `\${var.cidr}` });
  });

  it("has its inputs as variables with type and description", () => {
    expect(bodyOf(files).variable).toEqual({
      cidr: { type: "string", description: "Addresses" },
      zones: { type: "list(string)", description: "Zones" },
    });
  });

  it("has its outputs with value and description", () => {
    expect(bodyOf(files).output).toEqual({
      vpc_id: { value: `\${aws_vpc.main.id}`, description: "ID of the VPC" },
    });
  });

  it("keeps its resources out of the stack's own file", () => {
    expect(rootOf(files)).not.toHaveProperty("resource");
  });

  it("carries no notes of CDKTF's, nor a backend or a provider of its own", () => {
    expect(Object.keys(bodyOf(files)).toSorted()).toEqual(["output", "resource", "variable"]);
    expect(JSON.stringify(bodyOf(files))).not.toContain("//");
  });

  it("is referred to by its outputs", () => {
    expect(rootOf(files).output?.["vpc"]?.["value"]).toBe(`\${module.network.vpc_id}`);
  });

  it("waits for what it depends on", () => {
    const dependent = stackWith((stack) => {
      const first = new Vpc(stack, "aws_vpc.first", {});
      new HclModule(stack, "module.network", network, { inputs, dependsOn: [first] });
    });
    expect(rootOf(dependent).module?.["network"]?.["depends_on"]).toEqual(["aws_vpc.first"]);
  });

  it("can be called twice, and is written once", () => {
    const twice = stackWith((stack) => {
      new HclModule(stack, "module.one", network, { inputs });
      new HclModule(stack, "module.other", network, { inputs });
    });
    expect(Object.keys(rootOf(twice).module ?? {}).toSorted()).toEqual(["one", "other"]);
    expect(bodyOf(twice).resource?.["aws_vpc"]).toHaveProperty("main");
  });

  it("is refused where another module is written under its name", () => {
    const clash = () =>
      stackWith((stack) => {
        new HclModule(stack, "module.one", network, { inputs });
        new HclModule(stack, "module.other", { ...network }, { inputs });
      });
    expect(clash).toThrow('call different modules that are both named "network"');
  });

  it("is changed by its patch before it is written", () => {
    const patched = stackWith((stack) => {
      const patch = () => ({ resource: { aws_vpc: { other: {} } } });
      new HclModule(stack, "module.network", network, { inputs, patch });
    });
    expect(bodyOf(patched)).toEqual({ resource: { aws_vpc: { other: {} } } });
  });
});

describe("a module with a count", () => {
  const counted = (use: (call: HclModule<typeof network.inputs, typeof network.outputs>) => void) =>
    stackWith((stack) => {
      use(new HclModule(stack, "module.network", network, { inputs, count: 2 }));
    });

  it("is called that many times", () => {
    expect(rootOf(counted(() => undefined)).module?.["network"]?.["count"]).toBe(2);
  });

  it("is referred to by instance", () => {
    const files = stackWith((stack) => {
      const call = new HclModule(stack, "module.network", network, { inputs, count: 2 });
      new TerraformOutput(stack, "output.second", { value: call.instance(1).vpc_id });
    });
    expect(rootOf(files).output?.["second"]).toEqual({ value: `\${module.network[1].vpc_id}` });
  });

  it("refuses to be referred to as one, which Terraform would refuse only at plan", () => {
    expect(() => counted((call) => call.outputs)).toThrow("say which instance's outputs");
  });
});
