import { describe, expect, it } from "vitest";
import { bucketNameFault } from "./bucket-name.ts";

describe("the name of a bucket", () => {
  it.each(["abc", "caption-generator-state", "1-2-3", "a".repeat(63)])("may be %s", (name) => {
    expect(bucketNameFault(name)).toBeUndefined();
  });

  it.each([
    ["ab", "has 2 characters"],
    ["a".repeat(64), "has 64 characters"],
    ["State", 'contains "S"'],
    ["my_state", 'contains "_"'],
    ["my state", 'contains " "'],
    ["my.state", "has a dot"],
    ["192.168.5.4", "looks like an IP address"],
    ["-state", "must begin and end"],
    ["state-", "must begin and end"],
    ["xn--state", 'begins with "xn--"'],
    ["sthree-state", 'begins with "sthree-"'],
    ["amzn-s3-demo-state", 'begins with "amzn-s3-demo-"'],
    ["state-s3alias", 'ends with "-s3alias"'],
    ["state--ol-s3", 'ends with "--ol-s3"'],
    ["state--x-s3", 'ends with "--x-s3"'],
    ["state--table-s3", 'ends with "--table-s3"'],
  ])("is refused when it is %s", (name, why) => {
    expect(bucketNameFault(name)).toContain(why);
  });
});
