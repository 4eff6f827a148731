import { describe, expect, it } from "vitest";
import type { Origins } from "./own-origin.ts";
import { requireOwnOrigin } from "./own-origin.ts";

const check = (change: Partial<Origins>) =>
  requireOwnOrigin({
    secFetchSite: undefined,
    origin: undefined,
    hosts: ["captions.example"],
    https: true,
    ...change,
  });

describe("a request that changes something", () => {
  it.each<Partial<Origins>>([
    {},
    { secFetchSite: "same-origin" },
    { secFetchSite: "none" },
    { secFetchSite: "same-origin", origin: "https://what.the.proxy.hides" },
    { origin: "https://captions.example" },
    { origin: "https://captions.example", hosts: ["captions.example:443"] },
    { origin: "http://192.168.1.2:3000", hosts: [undefined, "192.168.1.2:3000"], https: false },
    { origin: "https://captions.example", hosts: ["internal:5000", "CAPTIONS.example"] },
    { origin: "https://captions.example", https: false },
  ])("is taken from our own page or from a program: %j", (change) => {
    expect(() => check(change)).not.toThrow();
  });

  it.each<Partial<Origins>>([
    { secFetchSite: "cross-site" },
    { secFetchSite: "same-site" },
    { secFetchSite: "cross-site", origin: "https://captions.example" },
    { secFetchSite: "" },
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "" },
    { origin: "https://captions.example.evil.example" },
    { origin: "https://captions.example:8443" },
    { origin: "http://captions.example" },
    { origin: "chrome-extension://captions.example" },
    { origin: "https://evil.example", hosts: [undefined] },
    { origin: "https://evil.example", hosts: ["not a host"] },
  ])("is refused where another site has it sent: %j", (change) => {
    expect(() => check(change)).toThrow(expect.objectContaining({ code: "cross_site_request" }));
  });

  it("is refused with the names of both sites", () => {
    expect(() => check({ origin: "https://evil.example" })).toThrow(
      /sent by https:\/\/evil\.example, and this is captions\.example\./u,
    );
  });
});
