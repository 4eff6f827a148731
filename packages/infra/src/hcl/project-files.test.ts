import { describe, expect, it } from "vitest";
import type { JsonObject } from "../terraform/configuration.ts";
import { projectFiles } from "./project-files.ts";

const files = (root: JsonObject, modules: Readonly<Record<string, JsonObject>> = {}) =>
  projectFiles({ root, modules, values: {} });

const main = (root: JsonObject) => files(root)["main.tf"];

describe("a project as HCL", () => {
  it("has modules in folders, and variables, outputs and values in files of their own", () => {
    const project = {
      root: { variable: { a: { type: "string" } }, module: { net: { source: "./modules/net" } } },
      modules: { "module.net": { output: { b: { value: 1 } } } },
      values: { a: "x" },
    };
    expect(projectFiles(project)).toEqual({
      "main.tf": 'module "net" {\n  source = "./modules/net"\n}\n',
      "variables.tf": 'variable "a" {\n  type = string\n}\n',
      "terraform.tfvars": 'a = "x"\n',
      "modules/net/main.tf": "",
      "modules/net/outputs.tf": 'output "b" {\n  value = 1\n}\n',
    });
  });

  it("writes an object of a resource as a block, and a list of them as several", () => {
    const group = { ingress: [{ port: 80 }, { port: 443 }], timeouts: { create: "1m" } };
    expect(main({ resource: { aws_security_group: { a: group } } })).toBe(
      [
        'resource "aws_security_group" "a" {',
        "  ingress {\n    port = 80\n  }\n",
        "  ingress {\n    port = 443\n  }\n",
        '  timeouts {\n    create = "1m"\n  }\n}\n',
      ].join("\n"),
    );
  });

  it("writes tags as a map", () => {
    const vpc = { tags: { Name: "a" } };
    expect(main({ resource: { aws_vpc: { a: vpc } } })).toContain('tags = {\n    Name = "a"\n  }');
  });

  it("writes objects that a module is given as values", () => {
    const call = { source: "./modules/a", settings: { b: 1 } };
    expect(main({ module: { a: call } })).toContain("settings = {\n    b = 1\n  }");
  });

  it("begins with count, has values before blocks and ends with what it depends on", () => {
    const subnet = { depends_on: ["aws_vpc.a"], timeouts: {}, zone: "b", count: 2 };
    const text = main({ resource: { aws_subnet: { a: subnet } } }) ?? "";
    const order = ["count", "zone", "timeouts", "depends_on = [aws_vpc.a]"].map((key) =>
      text.indexOf(key),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it("writes a provider once for each configuration of it", () => {
    const text = main({ provider: { aws: [{ region: "a" }, { alias: "b", region: "b" }] } });
    expect(text?.match(/provider "aws" \{/g)).toHaveLength(2);
  });

  it("writes the providers that a module is handed as references", () => {
    const call = { source: "./modules/a", providers: { aws: "aws.elsewhere" } };
    expect(main({ module: { a: call } })).toContain("providers = {\n    aws = aws.elsewhere\n  }");
  });

  it("writes dimensions as a map in an alarm, and as blocks in a policy of scaling", () => {
    const alarm = { dimensions: { Cluster: "a" } };
    const named = (name: string) => ({ name, value: "a" });
    const one = { dimensions: named("Cluster") };
    const two = { dimensions: [named("Cluster"), named("Service")] };
    const text = main({ resource: { alarm: { a: alarm }, policy: { one, two } } }) ?? "";
    expect(text).toContain('dimensions = {\n    Cluster = "a"\n  }');
    expect(text.match(/dimensions \{/g)).toHaveLength(3);
  });

  it("writes versions, providers and the backend into one block", () => {
    const terraform = {
      required_version: ">= 1.0",
      required_providers: { aws: { source: "hashicorp/aws" } },
      backend: { s3: { bucket: "a" } },
    };
    expect(main({ terraform })).toBe(
      [
        'terraform {\n  required_version = ">= 1.0"\n',
        '  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n    }\n  }\n',
        '  backend "s3" {\n    bucket = "a"\n  }\n}\n',
      ].join("\n"),
    );
  });
});
