import { describe, expect, it } from "vitest";
import { domainNameFault } from "./domain-name.ts";

describe("a domain name", () => {
  it.each(["example.com", "captions.example.co.uk", "xn--bcher-kva.example"])(
    "may be %s",
    (name) => {
      expect(domainNameFault(name)).toBeUndefined();
    },
  );

  it.each([
    ["https://example.com", "is a URL"],
    ["localhost", "has no dot"],
    ["-a.example.com", 'has the part "-a"'],
    ["a..example.com", 'has the part ""'],
    ["example.com:3000", 'has the part "com:3000"'],
    [`${"a.".repeat(127)}com`, "has 257 characters"],
  ])("is refused when it is %s", (name, why) => {
    expect(domainNameFault(name)).toContain(why);
  });
});
