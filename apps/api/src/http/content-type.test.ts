import { describe, expect, it } from "vitest";
import { readContentType } from "./content-type.ts";

describe("a content type", () => {
  it.each([
    "application/json",
    "application/json;",
    "application/json; charset",
    "application/json;charset=utf-8;",
    "application/json ; a=b",
    " Application/JSON;;",
  ])("%j is JSON", (header) => {
    const json = "application/json";
    expect(readContentType(header)).toEqual({ essence: json, withBoundary: json });
  });

  it.each([
    "multipart/form-data; boundary=XX",
    "multipart/form-data; boundary=XX; charset=utf-8",
    "multipart/form-data; charset=utf-8; Boundary=XX",
    "multipart/form-data; boundary=XX;",
    "multipart/form-data ;boundary=XX ",
    "multipart/form-data; charset; boundary=XX",
    'multipart/form-data; note="a;boundary=YY"; boundary=XX',
    'Multipart/Form-Data; boundary = "XX"',
  ])("%j is a form with its boundary", (header) => {
    expect(readContentType(header)).toEqual({
      essence: "multipart/form-data",
      withBoundary: 'multipart/form-data; boundary="XX"',
    });
  });

  it("may have a boundary of anything, in quotes", () => {
    const header = String.raw`multipart/form-data; boundary="a b\"c\\d;e"`;
    expect(readContentType(header).withBoundary).toBe(header);
  });

  it.each(["", '""', "  "])("has no boundary where that is %j", (empty) => {
    const { withBoundary } = readContentType(`multipart/form-data; boundary=${empty}`);
    expect(withBoundary).toBe("multipart/form-data");
  });

  it("is none where nothing is stated", () => {
    expect(readContentType(undefined)).toEqual({ essence: "", withBoundary: "" });
  });
});
