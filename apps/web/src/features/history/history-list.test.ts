import type { Caption } from "@caption-generator/schema";
import { describe, expect, it } from "vitest";
import type { HistoryList } from "./history-list.ts";
import { continued, renewed, without } from "./history-list.ts";

const items = (names: string) => [...names].map((id) => ({ id }) as Caption);
const list = (names: string, cursor: string | null, query = ""): HistoryList => ({
  query,
  captions: items(names),
  cursor,
});
const page = (names: string, nextCursor: string | null) => ({ items: items(names), nextCursor });

describe("the history's list", () => {
  it("keeps what was loaded behind the page that is loaded anew", () => {
    expect(renewed(list("cba", "A"), "", page("dc", "C"))).toEqual(list("dcba", "A"));
    expect(renewed(list("cba", null), "", page("dc", "C"))).toEqual(list("dcba", null));
  });

  it.each([
    ["another search", list("cba", "A", "x"), "", page("dc", "C"), list("dc", "C")],
    ["all there is", list("cba", null), "", page("dc", null), list("dc", null)],
    ["nothing that was known", list("ba", null), "", page("fe", "E"), list("fe", "E")],
  ])("is replaced by %s", (_, before, query, fresh, after) => {
    expect(renewed(before, query, fresh)).toEqual(after);
  });

  it("takes no caption twice, and nothing of an earlier search", () => {
    expect(continued(list("dc", "C"), "", page("cb", "B"))).toEqual(list("dcb", "B"));
    const other = list("dc", "C", "x");
    expect(continued(other, "", page("ba", null))).toBe(other);
  });

  it("does not show again what was deleted", () => {
    expect(without(list("cba", "A"), new Set("b"))).toEqual(list("ca", "A"));
  });
});
