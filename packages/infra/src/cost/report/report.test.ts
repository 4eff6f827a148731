import { describe, expect, it } from "vitest";
import { inventoryOf } from "../../inventory/inventory-of.ts";
import { ASSUMED } from "../assumptions.ts";
import { difference } from "../compare.ts";
import { estimate } from "../estimate.ts";
import { differenceReport, estimateJson, estimateReport } from "./report.ts";

const made = estimate(
  inventoryOf({ "aws_nat_gateway.main": { count: 3 }, "aws_msk_cluster.main": {} }),
  ASSUMED,
);

describe("the report of an estimate", () => {
  it("begins with the sum, and what kind of prices it is of", () => {
    const [first] = estimateReport("prod", made, ASSUMED, false).split("\n");
    expect(first).toMatch(/^prod: 102\.60 USD a month, us-east-1, list prices as of \d{4}-/u);
  });

  it("has quantity, hours, unit price and cost in a line", () => {
    const line = estimateReport("prod", made, ASSUMED, false)
      .split("\n")
      .find((each) => each.includes("NAT gateways"));
    expect(line).toMatch(/0\.045 \/ hour\s+3\s+730\s+98\.55\s+98\.55$/u);
  });

  it("links a price to its source in Markdown", () => {
    expect(estimateReport("prod", made, ASSUMED, true)).toContain(
      "| [0.045 / hour](https://aws.amazon.com/vpc/pricing/) | 3 | 730 | 98.55 | 98.55 |",
    );
  });

  it("names what has no price", () => {
    expect(estimateReport("prod", made, ASSUMED, false)).toContain(
      "- aws_msk_cluster.main: there is no price for aws_msk_cluster",
    );
  });

  it("says which prices were found again, and names the others", () => {
    const balanced = estimate(
      inventoryOf({ "aws_lb.main": {}, "aws_ecr_repository.main": {} }),
      ASSUMED,
    );
    const report = estimateReport("prod", balanced, ASSUMED, false);
    expect(report).toMatch(/^\d of \d prices were found again .*Not so: .*imageStorage \(0\.1 /mu);
    expect(report).not.toContain("alb (");
  });

  it("says where an assumption was given", () => {
    const report = estimateReport("prod", made, { ...ASSUMED, uploads: 7 }, false);
    expect(report).toMatch(/^uploads\s+Given\.\s+7 uploads$/mu);
  });

  it("has source and date of each price in JSON", () => {
    const { lines, prices } = estimateJson("prod", made, ASSUMED);
    expect(prices.asOf).toMatch(/^\d{4}-\d\d-\d\d$/u);
    expect(lines.every(({ source }) => source.startsWith("https://aws.amazon.com/"))).toBe(true);
  });
});

describe("the report of a difference", () => {
  const none = estimate(inventoryOf({}), ASSUMED);

  it("says what is saved", () => {
    expect(differenceReport("prod", difference(made, none), false)).toMatch(/^prod saves 102\.60/u);
  });

  it("says what is added", () => {
    expect(differenceReport("prod", difference(none, made), false)).toMatch(/^prod adds 102\.60/u);
  });

  it("says that nothing changes", () => {
    expect(differenceReport("prod", difference(made, made), false)).toContain("changes nothing");
  });
});
