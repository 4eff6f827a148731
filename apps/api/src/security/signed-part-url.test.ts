import { describe, expect, it } from "vitest";
import { signPartUrl, verifyPartUrl } from "./signed-part-url.ts";
import { signUploadUrl } from "./signed-url.ts";

const NOW = Date.UTC(2026, 10, 24);
const KEY = "upl_01234567890123456789";

function parsed(url: string) {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const [, , , key = "", , number] = pathname.split("/");
  return {
    key,
    number: Number(number),
    bytes: Number(searchParams.get("bytes")),
    expires: Number(searchParams.get("expires")),
    signature: searchParams.get("signature") ?? "",
  };
}

describe("a part's signed URL", () => {
  const target = signPartUrl("the key", () => NOW)(KEY, { number: 3, bytes: 1_234 });
  const claims = parsed(target.url);

  it("is taken while it is valid", () => {
    expect(verifyPartUrl("the key", NOW, claims)).toMatchObject({ number: 3, bytes: 1_234 });
  });

  it.each([
    ["another upload", { key: "upl_another" }],
    ["another part", { number: 4 }],
    ["more bytes", { bytes: 99_999 }],
    ["a later end", { expires: NOW + 1e9 }],
    ["no signature", { signature: "" }],
  ])("is refused for %s", (_, change) => {
    expect(() => verifyPartUrl("the key", NOW, { ...claims, ...change })).toThrow(
      expect.objectContaining({ code: "upload_url_invalid" }),
    );
  });

  it("is refused with the signature of a whole file's URL", () => {
    const whole = signUploadUrl("the key", () => NOW)({ key: KEY, type: "3", bytes: 1_234 });
    const { signature, expires } = parsed(whole.url);
    expect(() => verifyPartUrl("the key", NOW, { ...claims, signature, expires })).toThrow(
      expect.objectContaining({ code: "upload_url_invalid" }),
    );
  });

  it("is refused once it has ended, and says which part needs a new one", () => {
    const late = target.expiresAt.getTime() + 1;
    expect(() => verifyPartUrl("the key", late, claims)).toThrow(
      expect.objectContaining({
        code: "upload_url_expired",
        retryable: true,
        message: expect.stringContaining("part 3"),
      }),
    );
  });
});
