import { describe, expect, it } from "vitest";
import { leaveOut } from "./leave-out.ts";

const CACHE = { aws_elasticache_replication_group: { main: { port: 6379 } } };
const VPC = { aws_vpc: { main: { cidr_block: "10.0.0.0/16" } } };

/** As Terraform's JSON syntax writes a reference. */
const ref = (address: string) => `\${${address}}`;

describe("a module for the emulator", () => {
  it("is as it was where the emulator carries all of it", () => {
    const configuration = { resource: VPC };
    expect(leaveOut(configuration, "the root")).toEqual({ configuration, leftOut: [] });
  });

  it("goes without what the emulator does not carry, and says what that is", () => {
    const { configuration, leftOut } = leaveOut({ resource: { ...VPC, ...CACHE } }, "the root");
    expect(configuration.resource).toEqual(VPC);
    expect(leftOut).toEqual(["aws_elasticache_replication_group.main"]);
  });

  it("has a stand-in for an output that comes from it, and the others as they are", () => {
    const output = {
      port: { value: ref("aws_elasticache_replication_group.main.port") },
      vpc_id: { value: ref("aws_vpc.main.id") },
    };
    const { configuration } = leaveOut({ resource: { ...VPC, ...CACHE }, output }, "module.cache");
    expect(configuration.output).toEqual({ port: { value: "6379" }, vpc_id: output.vpc_id });
  });

  it("is refused where such an output has no stand-in", () => {
    const output = { colour: { value: ref("aws_elasticache_replication_group.main.colour") } };
    expect(() => leaveOut({ resource: CACHE, output }, "module.cache")).toThrow(
      "The output colour of module.cache",
    );
  });

  it("is refused where something else refers to it: nothing is changed in silence", () => {
    const alarm = {
      main: { dimensions: { Id: ref("aws_elasticache_replication_group.main.id") } },
    };
    const resource = { ...CACHE, aws_cloudwatch_metric_alarm: alarm };
    expect(() => leaveOut({ resource }, "the root")).toThrow(
      "refers to aws_elasticache_replication_group.main",
    );
  });

  it("knows one name from another that begins like it", () => {
    const other = { main: { id: ref("aws_elasticache_replication_group.main_two.id") } };
    const resource = { ...CACHE, aws_vpc: other };
    expect(leaveOut({ resource }, "the root").leftOut).toHaveLength(1);
  });
});
