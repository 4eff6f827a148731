import { describe, expect, test } from "vitest";
import { toInlineData } from "./inline-image.ts";

const image = (bytes: Uint8Array) => ({ type: "image/jpeg", bytes, width: 1, height: 1 }) as const;

describe("toInlineData", () => {
  test("encodes the picture alone, not the memory around it", () => {
    const pool = Uint8Array.from([9, 9, 1, 2, 3, 9]);
    expect(toInlineData(image(pool.subarray(2, 5)))).toBe("AQID");
  });

  test("refuses a picture that no request has room for, and names its size", () => {
    const bytes = new Uint8Array(15 * 1024 * 1024);
    expect(() => toInlineData(image(bytes))).toThrow(
      expect.objectContaining({
        code: "model_request_refused",
        message: expect.stringContaining("15728640 bytes"),
      }),
    );
  });
});
