import { describe, expect, it } from "vitest";
import { fromWire, toWire, UNKNOWN } from "./wire-value.ts";

describe("a value on the wire", () => {
  it("comes back as it went", () => {
    const value = { byte_length: 4, prefix: null, keepers: { image: "1" }, hex: "ab" };
    expect(fromWire(toWire(value))).toEqual(value);
  });

  it("can be known only after apply", () => {
    expect(fromWire(toWire({ hex: UNKNOWN }))).toEqual({ hex: UNKNOWN });
  });

  it("writes the unknown as extension 0, as Terraform does", () => {
    expect(toWire({ a: UNKNOWN }).msgpack).toEqual(Buffer.from([0x81, 0xa1, 0x61, 0xd4, 0, 0]));
  });

  it("can be an object that is not there", () => {
    expect(fromWire(toWire(null))).toBeNull();
    expect(fromWire(undefined)).toBeNull();
  });

  it("can be JSON, as in a state file", () => {
    expect(fromWire({ json: Buffer.from('{"hex":"ab"}') })).toEqual({ hex: "ab" });
  });
});
