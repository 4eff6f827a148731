import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy.ts";

const connects = (policy: string) => /connect-src ([^;]*)/u.exec(policy)?.[1];

describe("the page's policy", () => {
  it("lets it speak to its own origin alone", () => {
    expect(connects(contentSecurityPolicy(undefined))).toBe("'self'");
    expect(connects(contentSecurityPolicy(""))).toBe("'self'");
  });

  it("lets it send files to the bucket, where there is one", () => {
    const origin = "https://uploads.s3.us-east-1.amazonaws.com";
    expect(connects(contentSecurityPolicy(origin))).toBe(`'self' ${origin}`);
  });
});
