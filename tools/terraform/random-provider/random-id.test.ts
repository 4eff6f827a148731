import { describe, expect, it } from "vitest";
import type { RandomId } from "./random-id.ts";
import { applyRandomId, importRandomId, planRandomId, refusal } from "./random-id.ts";
import { UNKNOWN } from "./wire-value.ts";

const NOTHING_YET = { id: null, b64_url: null, b64_std: null, hex: null, dec: null };
const asked = (given: Partial<RandomId> = {}): RandomId => ({
  byte_length: 4,
  keepers: null,
  prefix: null,
  ...NOTHING_YET,
  ...given,
});
const draw = () => Buffer.from([0xfb, 0xff, 0x00, 0x01]);
const made = (given: Partial<RandomId> = {}) =>
  applyRandomId(planRandomId(null, asked(given)).planned, draw) as RandomId;

describe("a random_id", () => {
  it("is known only after apply", () => {
    const { planned } = planRandomId(null, asked());
    expect(planned).toMatchObject({ byte_length: 4, hex: UNKNOWN, id: UNKNOWN });
  });

  it("writes its bytes in five ways", () => {
    expect(made()).toMatchObject({
      id: "-_8AAQ",
      b64_url: "-_8AAQ",
      b64_std: "+/8AAQ==",
      hex: "fbff0001",
      dec: "4227792897",
    });
  });

  it("puts its prefix before all of them but the id", () => {
    expect(made({ prefix: "up-" })).toMatchObject({
      id: "-_8AAQ",
      b64_url: "up--_8AAQ",
      hex: "up-fbff0001",
      dec: "up-4227792897",
    });
  });

  it("keeps its bytes when nothing changes", () => {
    const prior = made();
    const { planned, replaceBecauseOf } = planRandomId(prior, prior);
    expect(replaceBecauseOf).toEqual([]);
    expect(applyRandomId(planned, () => Buffer.alloc(4))).toEqual(prior);
  });

  it.each([
    ["byte_length", { byte_length: 8 }],
    ["prefix", { prefix: "new-" }],
    ["keepers", { keepers: { image: "2" } }],
  ])("is replaced when its %s changes", (name, change) => {
    const prior = made({ keepers: { image: "1" } });
    expect(planRandomId(prior, { ...prior, ...change }).replaceBecauseOf).toEqual([name]);
  });

  it("is imported by its id", () => {
    expect(importRandomId("-_8AAQ")).toEqual(made());
  });

  it("is imported with its prefix before a comma", () => {
    expect(importRandomId("up-,-_8AAQ")).toEqual(made({ prefix: "up-" }));
  });

  it.each(["", "not base64!", "up-,"])("is not imported by %j", (name) => {
    expect(() => importRandomId(name)).toThrow(/is no id of a random_id/);
  });

  it.each([0, -1, 1.5])("of %d bytes is refused", (byteLength) => {
    expect(refusal(asked({ byte_length: byteLength }))).toContain(String(byteLength));
  });

  it("of a length not known yet is not refused", () => {
    expect(refusal(asked({ byte_length: UNKNOWN as never }))).toBeUndefined();
  });
});
