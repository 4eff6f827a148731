import { describe, expect, it } from "vitest";
import type { Json } from "../terraform/configuration.ts";
import { canonical, canonicalReference } from "./canonical.ts";

describe("two ways to write one value are equal:", () => {
  it.each<[string, Json, Json]>([
    ["white space", `\${slice(x,0,3)}`, `\${ slice( x, 0, 3 ) }`],
    ["comments", `\${a /* b */ + 1}`, `\${a + 1}`],
    ["brackets around all", `\${(count.index + 1)}`, `\${count.index + 1}`],
    [
      "a string that is only an expression",
      `\${jsonencode({ a = "\${b}" })}`,
      `\${jsonencode({ a = b })}`,
    ],
    ["the order of keys", `\${{ a = 1, b = 2 }}`, `\${{ b = 2\n a = 1 }}`],
    ["keys in quotes", `\${{ "a" = 1 }}`, `\${{ a = 1 }}`],
    ["colons in objects", `\${{ a : 1 }}`, `\${{ a = 1 }}`],
    ["a name as an index", `\${a["b"].c}`, `\${a.b.c}`],
    ["an index after a dot", `\${a.0.b}`, `\${a[0].b}`],
    ["the old splat", `\${a.*.id}`, `\${a[*].id}`],
    ["a list as an expression", ["GET", "PUT"], `\${["GET", "PUT",]}`],
    ["an object as an expression", { a: "b" }, `\${{ a = "b" }}`],
    ["a number as a string", 80, "80"],
    ["a bool as a string", true, "true"],
    ["escapes", 'a"b', `\${"a\\"b"}`],
    [
      "objects on several lines",
      `\${f({\n  a = 1\n  b = [\n 2,\n 3,\n ]\n})}`,
      `\${f({ a = 1, b = [2, 3] })}`,
    ],
  ])("%s", (_, one, other) => {
    expect(canonical(one)).toBe(canonical(other));
  });
});

describe("two values are not equal when they differ in", () => {
  it.each<[string, Json, Json]>([
    ["an operator", `\${count.index + 1}`, `\${count.index - 1}`],
    ["a function", `\${length(a)}`, `\${sum(a)}`],
    ["the order of a list", `\${["a", "b"]}`, `\${["b", "a"]}`],
    ["the order of arguments", `\${f(a, b)}`, `\${f(b, a)}`],
    ["white space in a string", "a b", "a  b"],
    ["an escaped interpolation", `$\${a}`, `\${a}`],
    ["text and expression", `\${a}`, "a"],
    ["a dash in a name", `\${var.a}-\${var.b}`, `\${var.a}\${var.b}`],
    ["grouping", `\${(a + b) * c}`, `\${a + (b * c)}`],
    ["a key", `\${{ a = 1 }}`, `\${{ b = 1 }}`],
    ["what a for makes", `\${[for x in y : x.a]}`, `\${[for x in y : x.b]}`],
    ["a branch", `\${a ? b : c}`, `\${a ? c : b}`],
    ["a directive that is not understood", "%{ if a }b%{ endif }", "%{ if a }c%{ endif }"],
  ])("%s", (_, one, other) => {
    expect(canonical(one)).not.toBe(canonical(other));
  });
});

describe("a reference", () => {
  it("is equal with and without its wrapping", () => {
    expect(canonicalReference(`\${module.networking}`)).toBe(
      canonicalReference("module.networking"),
    );
  });

  it("may be a type", () => {
    expect(canonicalReference(`\${list(string)}`)).toBe(canonicalReference("list( string )"));
  });
});
