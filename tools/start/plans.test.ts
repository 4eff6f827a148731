import { describe, expect, it } from "vitest";
import { apiPlan, reachable } from "./plans.ts";

describe("reachable", () => {
  it.each([
    ["127.0.0.1", "127.0.0.1"],
    ["localhost", "localhost"],
    ["0.0.0.0", "127.0.0.1"],
    ["::", "127.0.0.1"],
    ["::1", "[::1]"],
  ])("asks a server on %s at %s", (host, address) => {
    expect(reachable(host)).toBe(address);
  });
});

describe("apiPlan", () => {
  const settings = { host: "127.0.0.1", port: 3000, apiPort: 5000, data: "/data" };
  const trusted = (env: NodeJS.ProcessEnv) => apiPlan("/", settings, env).env["TRUSTED_PROXIES"];

  it("has the API believe the page whom it was asked by, unless something else is set", () => {
    expect(trusted({})).toBe("page");
    expect(trusted({ TRUSTED_PROXIES: "" })).toBe("page");
    expect(trusted({ TRUSTED_PROXIES: "2" })).toBe("2");
    expect(trusted({ TRUSTED_PROXIES: "0" })).toBe("0");
  });
});
