import { describe, expect, it } from "vitest";
import { vpcCidrFault } from "./cidr.ts";

describe("the address range of a VPC", () => {
  it.each(["10.0.0.0/16", "172.16.0.0/20", "192.168.16.0/20", "255.255.0.0/16"])(
    "may be %s",
    (cidr) => {
      expect(vpcCidrFault(cidr)).toBeUndefined();
    },
  );

  it.each([
    ["10.0.0.0", "is not an IPv4 CIDR block"],
    ["10.0.0/16", "is not an IPv4 CIDR block"],
    ["fd00::/48", "is not an IPv4 CIDR block"],
    ["10.0.256.0/16", "has a number over 255"],
    ["10.0.0.0/15", "has a prefix of /15"],
    ["10.0.0.0/21", "has a prefix of /21"],
    ["10.0.0.1/16", 'is written "10.0.0.0/16"'],
    ["192.168.17.0/20", 'is written "192.168.16.0/20"'],
  ])("is refused when it is %s", (cidr, why) => {
    expect(vpcCidrFault(cidr)).toContain(why);
  });
});
