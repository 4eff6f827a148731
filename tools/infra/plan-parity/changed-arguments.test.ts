import { describe, expect, it } from "vitest";
import { changedArguments } from "./changed-arguments.ts";

const between = (before: unknown, after: unknown, after_unknown: unknown = {}) =>
  changedArguments({ actions: ["update"], before, after, after_unknown });

describe("the arguments that a plan changes", () => {
  it("are none when before and after are the same", () => {
    const vpc = { cidr_block: "10.0.0.0/16", tags: { Name: "vpc" } };
    expect(between(vpc, { ...vpc })).toEqual([]);
  });

  it("are named with both values", () => {
    expect(between({ cidr_block: "10.0.0.0/16" }, { cidr_block: "10.1.0.0/16" })).toEqual([
      { argument: "cidr_block", before: "10.0.0.0/16", after: "10.1.0.0/16" },
    ]);
  });

  it("are named by their path through blocks", () => {
    const rule = (days: number) => ({ rule: [{ id: "a" }, { id: "b", expiration: [{ days }] }] });
    expect(between(rule(1), rule(7))).toEqual([
      { argument: "rule[1].expiration[0].days", before: 1, after: 7 },
    ]);
  });

  it("are none when a set comes in another order", () => {
    const http = { from_port: 80 };
    const https = { from_port: 443 };
    expect(between({ ingress: [http, https] }, { ingress: [https, http] })).toEqual([]);
  });

  it("show a block that comes, and one that goes", () => {
    const one = { cidr_blocks: ["10.0.0.0/8"] };
    const other = { cidr_blocks: ["0.0.0.0/0"] };
    expect(between({ egress: [one] }, { egress: [one, other] })).toEqual([
      { argument: "egress", before: undefined, after: other },
    ]);
    expect(between({ egress: [one, other] }, { egress: [one] })).toEqual([
      { argument: "egress", before: other, after: undefined },
    ]);
  });

  it("show a list of values whole", () => {
    const origins = (...allowed: string[]) => ({ cors_rule: [{ allowed_origins: allowed }] });
    expect(between(origins("http://a"), origins("http://a", "https://b"))).toEqual([
      {
        argument: "cors_rule[0].allowed_origins",
        before: ["http://a"],
        after: ["http://a", "https://b"],
      },
    ]);
  });

  it("say where only apply will tell", () => {
    expect(between({ arn: "arn:1" }, {}, { arn: true })).toEqual([
      { argument: "arn", before: "arn:1", after: "(known after apply)" },
    ]);
  });

  it("are none for a resource that is new or goes", () => {
    expect(between(null, { cidr_block: "10.0.0.0/16" })).toEqual([]);
    expect(between({ cidr_block: "10.0.0.0/16" }, null)).toEqual([]);
  });
});
