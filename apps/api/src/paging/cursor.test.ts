import { apiKeyIdSchema, captionIdSchema } from "@caption-generator/schema";
import { describe, expect, it } from "vitest";
import { newCaptionId } from "../ids/ids.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";

describe("a cursor", () => {
  it("comes back as the place it stands for", () => {
    const place = { createdAt: new Date("2026-11-24T10:11:12.345Z"), id: newCaptionId() };
    expect(decodeCursor(encodeCursor(place), captionIdSchema)).toEqual(place);
  });

  it("of one list is none of another", () => {
    const cursor = encodeCursor({ createdAt: new Date(), id: newCaptionId() });
    expect(() => decodeCursor(cursor, apiKeyIdSchema)).toThrow(/none of ours/u);
  });

  const cursorOf = (time: unknown) =>
    Buffer.from(JSON.stringify([time, newCaptionId()])).toString("base64url");

  it.each([
    "",
    "zzz",
    "e30",
    Buffer.from('["x","y"]').toString("base64url"),
    cursorOf(null),
    cursorOf("1969-12-31T23:59:59Z"),
    cursorOf("+275760-01-01T00:00:00Z"),
  ])("is refused where it is %j", (cursor) => {
    expect(() => decodeCursor(cursor, captionIdSchema)).toThrow(
      expect.objectContaining({ code: "invalid_request" }),
    );
  });
});
