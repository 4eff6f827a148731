import { expect, it } from "vitest";
import { prod } from "../../../packages/infra/src/config/prod.ts";
import { moduleIn } from "../../../packages/infra/src/testing/site.ts";
import { namesIn, SERVICES } from "./names.ts";

/** What a name of the stack is in prod. */
const inProd = (name: unknown) =>
  String(name)
    .replace(`\${var.project_name}`, prod.projectName)
    .replace(`\${var.environment}`, prod.environment);

it("names what the stack names", () => {
  const { at } = moduleIn("prod", "ecs");
  const names = namesIn(prod);
  expect(inProd(at("aws_ecs_cluster.main")["name"])).toBe(names.cluster);
  expect(inProd(at("aws_codedeploy_app.main")["name"])).toBe(names.app);
  expect(inProd(at("aws_ecs_task_definition.migration")["family"])).toBe(names.migration);
  for (const id of SERVICES) {
    expect(inProd(at(`aws_ecs_service.${id}`)["name"])).toBe(names.services[id]);
    expect(inProd(at(`aws_ecs_task_definition.${id}`)["family"])).toBe(names.services[id]);
    expect(at(`aws_codedeploy_deployment_group.${id}`)["deployment_group_name"]).toBe(id);
  }
});
