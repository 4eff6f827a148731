import { describe, expect, it } from "vitest";
import { certifiedNameFault, domainNameFault } from "./domain-name.ts";

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

describe("the name that the load balancer's certificate is for", () => {
  /** A domain of so many characters. */
  const domain = (length: number) =>
    `${"a".repeat(length - "-b.example.com".length)}-b.example.com`;

  it("has at most 64 characters, of which origin. takes 7 behind CloudFront", () => {
    expect(certifiedNameFault(domain(57), true)).toBeUndefined();
    expect(certifiedNameFault(domain(58), true)).toMatch(
      /"origin.a.*" the name .* has 65 characters of at most 64: use a domain of at most 57/,
    );
  });

  it("is the domain itself without CloudFront", () => {
    expect(certifiedNameFault(domain(64), false)).toBeUndefined();
    expect(certifiedNameFault(domain(65), false)).toMatch(/use a domain of at most 64/);
  });

  it("is none where there is no domain of somebody's", () => {
    expect(certifiedNameFault("", true)).toBeUndefined();
    expect(certifiedNameFault(`${"a.".repeat(40)}your-domain.com`, true)).toBeUndefined();
  });
});
