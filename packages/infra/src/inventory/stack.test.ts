import { describe, expect, it } from "vitest";
import type { JsonObject } from "../terraform/configuration.ts";
import { instancesOf } from "./stack.ts";
import { Unknown } from "./value.ts";

/** What a root with one module makes, by address. */
function made(root: JsonObject, body: JsonObject = {}, values: JsonObject = {}) {
  const project = { root, modules: { "module.net": body }, values };
  return Object.fromEntries(instancesOf(project).map((each) => [each.address, each.args]));
}

describe("a stack's resources", () => {
  it("are there as often as count says", () => {
    const resource = { aws_eip: { nat: { count: `\${length(var.zones)}` } } };
    const variable = { zones: { default: ["a", "b"] } };
    expect(Object.keys(made({ resource, variable }))).toEqual(["aws_eip.nat[0]", "aws_eip.nat[1]"]);
  });

  it("are there for each key of for_each", () => {
    const resource = {
      aws_eip: { nat: { for_each: `\${toset(["a", "b"])}`, domain: `\${each.value}` } },
    };
    expect(made({ resource })).toEqual({
      'aws_eip.nat["a"]': { domain: "a" },
      'aws_eip.nat["b"]': { domain: "b" },
    });
  });

  it("take a variable's value from the file of values, before its default", () => {
    const root = {
      variable: { size: { default: 1 } },
      resource: { aws_eip: { one: { size: `\${var.size}` } } },
    };
    expect(made(root, {}, { size: 2 })["aws_eip.one"]).toEqual({ size: 2 });
  });

  it("have in a module what the call passes", () => {
    const root = { module: { net: { source: "./net", cidr: "10.0.0.0/16" } } };
    const resource = {
      aws_subnet: { a: { count: 2, cidr: `\${cidrsubnet(var.cidr, 8, count.index + 10)}` } },
    };
    expect(made(root, { resource })["module.net.aws_subnet.a[1]"]).toEqual({
      cidr: "10.0.11.0/24",
    });
  });

  it("refer to what is in a module through its outputs", () => {
    const root = {
      module: { net: { source: "./net" } },
      resource: { aws_lb: { main: { subnets: `\${module.net.ids}` } } },
    };
    const body = {
      resource: { aws_subnet: { a: { count: 2 } } },
      output: { ids: { value: `\${aws_subnet.a[*].id}` } },
    };
    expect(made(root, body)["aws_lb.main"]?.["subnets"]).toEqual([
      Unknown.of("module.net.aws_subnet.a[0].id"),
      Unknown.of("module.net.aws_subnet.a[1].id"),
    ]);
  });

  it("refer to the instance of the same index", () => {
    const resource = {
      aws_eip: { nat: { count: 2 } },
      aws_nat_gateway: { main: { count: 2, eip: `\${aws_eip.nat[count.index].id}` } },
    };
    expect(made({ resource })["aws_nat_gateway.main[1]"]?.["eip"]).toEqual(
      Unknown.of("aws_eip.nat[1].id"),
    );
  });

  it("keep what is known of a text beside what is not", () => {
    const resource = {
      aws_s3_bucket: { a: { bucket: `up-\${random_id.s.hex}` } },
      random_id: { s: { byte_length: 4 } },
    };
    expect(made({ resource })["aws_s3_bucket.a"]?.["bucket"]).toEqual(
      new Unknown(`up-\${random_id.s.hex}`, ["random_id.s.hex"]),
    );
  });

  it("have as many entries as are cut out of a list that is not known", () => {
    const resource = { x: { y: { zones: `\${slice(data.aws_zones.all.names, 0, 2)}` } } };
    expect(made({ resource })["x.y"]?.["zones"]).toHaveLength(2);
  });

  it.each([
    [`\${var.on ? 1 : 2}`, 1],
    [`\${var.on && !var.off ? 1 : 2}`, 1],
    [`\${1 + 2 * 3}`, 7],
    [`\${(1 + 2) * 3}`, 9],
    [`\${max(1, length([1, 2]))}`, 2],
    [`\${lookup({a = 1}, "a", 2)}`, 1],
    [`\${jsonencode({a = [var.on]})}`, { a: [true] }],
  ])("have %s as its value", (expression, value) => {
    const variable = { on: { default: true }, off: { default: false } };
    const resource = { x: { y: { value: expression } } };
    expect(made({ resource, variable })["x.y"]?.["value"]).toEqual(value);
  });

  it("are uncertain where the count is only known when they are made", () => {
    const resource = { aws_eip: { nat: { count: `\${length(data.aws_zones.all.names)}` } } };
    const [only] = instancesOf({ root: { resource }, modules: {}, values: {} });
    expect(only?.counted).toBe(false);
  });
});
