import { expect, it } from "vitest";
import { environment } from "../testing/stacks.ts";

const { root } = environment("dev");

it.each([
  ["database", "module.rds"],
  ["cache", "module.elasticache"],
])("lets the tasks in to the %s at its port, and nobody else", (name, module) => {
  expect(root.resource?.["aws_vpc_security_group_ingress_rule"]?.[`${name}_from_tasks`]).toEqual({
    security_group_id: `\${${module}.security_group_id}`,
    description: "Tasks",
    referenced_security_group_id: `\${module.networking.ecs_security_group_id}`,
    ip_protocol: "tcp",
    from_port: `\${${module}.port}`,
    to_port: `\${${module}.port}`,
  });
});

it.each(["rds", "elasticache"])("calls %s with the article's arguments and no other", (name) => {
  expect(Object.keys(root.module?.[name] ?? {}).sort()).toEqual([
    "depends_on",
    "environment",
    "private_subnets",
    "project_name",
    "source",
    "vpc_id",
  ]);
});
