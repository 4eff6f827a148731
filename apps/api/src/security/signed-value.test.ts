import { generateSignedCookie } from "hono/cookie";
import { describe, expect, it } from "vitest";
import { signValue, verifyValue } from "./signed-value.ts";

const signed = signValue("the key", "ses_1~mark");

describe("a signed value", () => {
  it("is told by the key it was signed with", () => {
    expect(verifyValue("the key", signed)).toBe("ses_1~mark");
  });

  it("is that of a cookie that Hono signs", async () => {
    const cookie = await generateSignedCookie("session", "ses_1~mark", "the key");
    expect(decodeURIComponent(cookie)).toContain(`session=${signed};`);
  });

  it.each([
    ["with another key", signValue("another key", "ses_1~mark")],
    ["for another value", signed.replace("ses_1", "ses_2")],
    ["by half", signed.slice(0, -4)],
    ["with more behind it", `${signed}=`],
    ["by nobody", "ses_1~mark"],
    ["with nothing", "ses_1~mark."],
    ["for nothing", ""],
    ["in letters that are longer than they look", `${signed.slice(0, -1)}é`],
  ])("is none where it was signed %s", (_, forged) => {
    expect(verifyValue("the key", forged)).toBeUndefined();
  });
});
