import { describe, expect, it } from "vitest";
import { signUploadUrl, verifyUploadUrl } from "./signed-url.ts";

const NOW = Date.UTC(2026, 10, 24);
const request = { key: "upl_01234567890123456789", type: "image/jpeg", bytes: 1_234 };

function parsed(url: string) {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  return {
    key: pathname.split("/")[3] ?? "",
    type: searchParams.get("type") ?? "",
    bytes: Number(searchParams.get("bytes")),
    expires: Number(searchParams.get("expires")),
    signature: searchParams.get("signature") ?? "",
  };
}

describe("a signed upload URL", () => {
  const target = signUploadUrl("the key", () => NOW)(request);
  const claims = parsed(target.url);

  it("is taken while it is valid", () => {
    expect(verifyUploadUrl("the key", NOW, claims)).toMatchObject(request);
    expect(target.headers).toEqual({ "content-type": "image/jpeg" });
  });

  it.each([
    ["another upload", { key: "upl_another" }],
    ["more bytes", { bytes: 99_999 }],
    ["another type", { type: "text/html" }],
    ["a later end", { expires: NOW + 1e9 }],
    ["no signature", { signature: "" }],
  ])("is refused for %s", (_, change) => {
    expect(() => verifyUploadUrl("the key", NOW, { ...claims, ...change })).toThrow(
      expect.objectContaining({ code: "upload_url_invalid" }),
    );
  });

  it("is refused by an installation with another key", () => {
    expect(() => verifyUploadUrl("another key", NOW, claims)).toThrow(
      expect.objectContaining({ code: "upload_url_invalid" }),
    );
  });

  it("is refused once it has ended, which can be mended", () => {
    expect(() => verifyUploadUrl("the key", target.expiresAt.getTime() + 1, claims)).toThrow(
      expect.objectContaining({ code: "upload_url_expired", retryable: true }),
    );
  });
});
