import { describe, expect, it } from "vitest";
import type { StateFile } from "./state-file.ts";
import { addressesIn } from "./state-file.ts";

const resource = (given: Partial<StateFile["resources"][number]>) => ({
  mode: "managed" as const,
  type: "aws_vpc",
  name: "main",
  instances: [{}],
  ...given,
});
const addresses = (...resources: StateFile["resources"]) => addressesIn({ serial: 1, resources });

describe("the resources in a state", () => {
  it("are named with their module", () => {
    expect(addresses(resource({ module: "module.networking" }))).toEqual([
      "module.networking.aws_vpc.main",
    ]);
    expect(addresses(resource({}))).toEqual(["aws_vpc.main"]);
  });

  it("are named one by one where count or for_each made several", () => {
    const counted = resource({ name: "a", instances: [{ index_key: 1 }, { index_key: 0 }] });
    const keyed = resource({ name: "b", instances: [{ index_key: "x" }] });
    expect(addresses(keyed, counted)).toEqual(["aws_vpc.a[0]", "aws_vpc.a[1]", 'aws_vpc.b["x"]']);
  });

  it("are not the data that was read", () => {
    expect(addresses(resource({ mode: "data" }))).toEqual([]);
  });

  it("are none after all was destroyed", () => {
    expect(addresses()).toEqual([]);
  });
});
