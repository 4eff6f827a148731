import { describe, expect, it } from "vitest";
import { inventoryOf } from "../inventory/inventory-of.ts";
import { findingsIn } from "./check.ts";
import { CHECKS } from "./checks.ts";
import type { Plan } from "./plan.ts";
import { secretsIn, withPlan } from "./plan.ts";

const planned = (address: string, after: object): Plan =>
  ({ resource_changes: [{ address, mode: "managed", change: { after } }] }) as Plan;

describe("a plan", () => {
  const written = { "aws_lb.main": { subnets: [`\${aws_subnet.a.id}`] }, "aws_subnet.a": {} };
  const found = (plan: Plan) =>
    findingsIn(withPlan(inventoryOf(written), plan), CHECKS, { hardened: true })
      .filter(({ address }) => address === "aws_lb.main")
      .map(({ check }) => check);

  it("tells what the provider does where nothing is written", () => {
    expect(found(planned("aws_lb.main", {}))).not.toContain("CKV_AWS_328");
    expect(found(planned("aws_lb.main", { desync_mitigation_mode: "monitor" }))).toContain(
      "CKV_AWS_328",
    );
  });

  it("leaves references as they are written", () => {
    const made = withPlan(inventoryOf(written), planned("aws_lb.main", { subnets: [] }));
    const [balancer] = made.ofType("aws_lb");
    expect(balancer && made.targets(balancer, "subnets")).toHaveLength(1);
  });

  it.each([`AIza${"x".repeat(35)}`, `sk-${"x".repeat(24)}`, `AKIA${"X".repeat(16)}`])(
    "is found to have a secret in it: %s",
    (secret) => {
      const plan = planned("aws_ssm_parameter.key", { value: secret });
      expect(secretsIn(plan).map(({ address }) => address)).toEqual(["aws_ssm_parameter.key"]);
    },
  );

  it("is found to have none in names and ARNs", () => {
    const arn =
      "arn:aws:ssm:us-east-1:123456789012:parameter/caption-generator/prod/openai-api-key";
    expect(secretsIn(planned("aws_ssm_parameter.key", { value: arn }))).toEqual([]);
  });
});
