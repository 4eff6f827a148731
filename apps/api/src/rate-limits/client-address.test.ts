import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address.ts";

const remoteAddress = "10.0.0.9";

describe("clientAddress", () => {
  it("is the connection's own where no proxy is trusted, whatever a header says", () => {
    expect(clientAddress({ remoteAddress, forwardedFor: "1.2.3.4" }, 0)).toBe("10.0.0.9");
  });

  it("is what the one proxy says that it was asked from", () => {
    expect(clientAddress({ remoteAddress, forwardedFor: "6.6.6.6, 1.2.3.4" }, 1)).toBe("1.2.3.4");
  });

  it("is what the outermost of two proxies says, and not what was there before", () => {
    const forwardedFor = "6.6.6.6, 1.2.3.4,130.176.0.1";
    expect(clientAddress({ remoteAddress, forwardedFor }, 2)).toBe("1.2.3.4");
  });

  it("is the first in the list where there were fewer proxies than said", () => {
    expect(clientAddress({ remoteAddress, forwardedFor: "1.2.3.4" }, 2)).toBe("1.2.3.4");
    expect(clientAddress({ remoteAddress, forwardedFor: undefined }, 2)).toBe("10.0.0.9");
  });

  it("is one IPv4 address, however it is written", () => {
    expect(clientAddress({ remoteAddress: "::ffff:10.0.0.9", forwardedFor: undefined }, 0)).toBe(
      "10.0.0.9",
    );
  });

  it("is the same for all addresses of an IPv6 network, and another for another", () => {
    const at = (address: string) =>
      clientAddress({ remoteAddress: address, forwardedFor: undefined }, 0);
    expect(at("2001:db8:1:2::1")).toBe(at("2001:DB8:1:2:ffff::9"));
    expect(at("2001:db8:1:3::1")).not.toBe(at("2001:db8:1:2::1"));
  });

  it("is unknown where there is no address, or something else in its place", () => {
    expect(clientAddress({ remoteAddress: undefined, forwardedFor: undefined }, 0)).toBe("unknown");
    expect(clientAddress({ remoteAddress, forwardedFor: "a\r\nb" }, 1)).toBe("unknown");
  });

  it("is what the page says that runs on this machine, and nobody else's word", () => {
    const forwardedFor = "6.6.6.6, 1.2.3.4";
    for (const own of ["127.0.0.1", "127.0.0.5", "::1", "::ffff:127.0.0.1"]) {
      expect(clientAddress({ remoteAddress: own, forwardedFor }, "page"), own).toBe("1.2.3.4");
    }
    const asked = { localAddress: "::ffff:10.0.0.9", forwardedFor };
    expect(clientAddress({ ...asked, remoteAddress: "10.0.0.9" }, "page")).toBe("1.2.3.4");
    expect(clientAddress({ ...asked, remoteAddress: "10.0.0.7" }, "page")).toBe("10.0.0.7");
    expect(clientAddress({ remoteAddress: undefined, forwardedFor }, "page")).toBe("unknown");
  });
});
