import { describe, expect, it } from "vitest";
import { inventoryOf } from "../inventory/inventory-of.ts";
import { ASSUMED } from "./assumptions.ts";
import { difference } from "./compare.ts";
import { estimate } from "./estimate.ts";

const gateways = (count: number) =>
  estimate(inventoryOf({ "aws_nat_gateway.main": { count }, "aws_eip.lone": {} }), ASSUMED);

describe("the difference of two estimates", () => {
  it("has the lines that change, and no others", () => {
    const { changes } = difference(gateways(3), gateways(1));
    expect(changes.map(({ what }) => what)).toEqual(["NAT gateways"]);
  });

  it("says what is saved", () => {
    expect(difference(gateways(3), gateways(1)).saved.high).toBeCloseTo(65.7, 2);
  });

  it("has what is gone altogether", () => {
    const { changes, saved } = difference(gateways(1), estimate(inventoryOf({}), ASSUMED));
    expect(changes.map(({ after }) => after.high)).toEqual([0, 0, 0, 0]);
    expect(saved.high).toBeGreaterThan(40);
  });
});
