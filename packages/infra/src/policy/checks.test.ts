import { describe, expect, it } from "vitest";
import { inventoryOf } from "../inventory/inventory-of.ts";
import { findingsIn } from "./check.ts";
import { CHECKS } from "./checks.ts";
import { PLANTED } from "./planted/index.ts";
import { WELL_KNOWN } from "./well-known.ts";

const found = (id: string, resources: Parameters<typeof inventoryOf>[0], hardened = true) =>
  findingsIn(inventoryOf(resources), CHECKS, { hardened }).filter(({ check }) => check === id);

describe("the checks", () => {
  it("have an id each", () => {
    const ids = CHECKS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("have a violation planted for each of them", () => {
    expect(Object.keys(PLANTED).toSorted()).toEqual(CHECKS.map(({ id }) => id).toSorted());
  });

  it.each(Object.entries(PLANTED))(
    "find what is planted, and nothing once it is mended: %s",
    (id, planted) => {
      expect(found(id, planted.bad)).toHaveLength(1);
      expect(found(id, planted.good)).toEqual([]);
    },
  );

  it.each(Object.entries(WELL_KNOWN))("are all there are to be of the %s", (_topic, ids) => {
    expect(ids.filter((id) => !CHECKS.some((check) => check.id === id))).toEqual([]);
  });

  it("ask less of an environment that is not hardened", () => {
    const { bad = {} } = PLANTED["CKV_AWS_150"] ?? {};
    expect(found("CKV_AWS_150", bad, false)).toEqual([]);
  });

  it("let the Internet in to a load balancer's web ports, and to no other port of it", () => {
    const at = (port: number) => ({
      "aws_security_group.web": {
        ingress: { from_port: port, to_port: port, cidr_blocks: ["0.0.0.0/0"] },
      },
      "aws_lb.main": { security_groups: [`\${aws_security_group.web.id}`] },
    });
    expect(found("closed-to-the-internet", at(443))).toEqual([]);
    expect(found("closed-to-the-internet", at(22))).toHaveLength(1);
  });

  it("see an opening to all of IPv6, and one in a rule of its own", () => {
    const resources = {
      "aws_security_group.store": {},
      "aws_vpc_security_group_ingress_rule.all": {
        security_group_id: `\${aws_security_group.store.id}`,
        cidr_ipv6: "::/0",
        from_port: 443,
        to_port: 443,
      },
    };
    const [finding] = found("closed-to-the-internet", resources);
    expect(finding?.address).toBe("aws_vpc_security_group_ingress_rule.all");
  });
});
