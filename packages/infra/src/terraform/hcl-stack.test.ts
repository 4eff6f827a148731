import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway/index.js";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { synthesized } from "../testing/synthesized.ts";
import type { Configuration } from "./configuration.ts";
import { HclStack } from "./hcl-stack.ts";

function stackOf(build: (stack: HclStack) => void): Configuration {
  const files = synthesized((app) => {
    const stack = new HclStack(app, "net");
    new AwsProvider(stack, "provider.aws", {});
    build(stack);
  });
  return files["stacks/net/cdk.tf.json"] ?? {};
}

describe("a stack with HCL's addresses", () => {
  it("writes a resource under the address that is its construct's id", () => {
    const { resource } = stackOf((stack) => new Vpc(stack, "aws_vpc.main", {}));
    expect(Object.keys(resource?.["aws_vpc"] ?? {})).toEqual(["main"]);
  });

  it("lets resources of different types have one name", () => {
    const { resource } = stackOf((stack) => {
      const vpc = new Vpc(stack, "aws_vpc.main", {});
      new InternetGateway(stack, "aws_internet_gateway.main", { vpcId: vpc.id });
    });
    expect(resource?.["aws_internet_gateway"]?.["main"]?.["vpc_id"]).toBe(`\${aws_vpc.main.id}`);
  });

  it("gives the same address to what is grouped below other constructs", () => {
    const { resource } = stackOf((stack) => {
      new Vpc(new Construct(stack, "group"), "aws_vpc.main", {});
    });
    expect(Object.keys(resource?.["aws_vpc"] ?? {})).toEqual(["main"]);
  });

  it("refuses two resources under one address, where CDKTF would drop one of them", () => {
    const twice = () =>
      stackOf((stack) => {
        new Vpc(stack, "aws_vpc.main", { cidrBlock: "10.0.0.0/16" });
        new Vpc(new Construct(stack, "other"), "aws_vpc.main", { cidrBlock: "10.1.0.0/16" });
      });
    expect(twice).toThrow(
      '"net/aws_vpc.main" and "net/other/aws_vpc.main" would both be written as aws_vpc.main',
    );
  });

  it.each(["main", "aws_subnet.main", "aws_vpc.", "aws_vpc.1st"])(
    "refuses %s as the id of a VPC, and says what one looks like",
    (id) => {
      expect(() => stackOf((stack) => new Vpc(stack, id, {}))).toThrow('"aws_vpc.main"');
    },
  );

  it("refuses a logical id that is overridden after the address was read, which CDKTF ignores", () => {
    const late = () =>
      stackOf((stack) => {
        const vpc = new Vpc(stack, "aws_vpc.main", {});
        new InternetGateway(stack, "aws_internet_gateway.main", { vpcId: vpc.id });
        vpc.overrideLogicalId("other");
      });
    expect(late).toThrow('overrideLogicalId("other") was called on aws_vpc.main');
  });

  it("is changed by its patch before it is written", () => {
    const files = synthesized((app) => {
      const stack = new HclStack(app, "net", ({ resource, ...rest }) => rest);
      new AwsProvider(stack, "provider.aws", {});
      new Vpc(stack, "aws_vpc.main", {});
    });
    expect(files["stacks/net/cdk.tf.json"]).not.toHaveProperty("resource");
  });
});
