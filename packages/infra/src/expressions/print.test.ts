import { describe, expect, it } from "vitest";
import { parseTemplate } from "./parse.ts";
import { printTemplate } from "./print.ts";

const print = (text: string) => printTemplate(parseTemplate(text));

describe("a string of Terraform's JSON, as HCL", () => {
  it.each([
    ["plain", '"plain"'],
    ["", '""'],
    [`\${aws_vpc.main.id}`, "aws_vpc.main.id"],
    [`\${var.a}-\${var.b}`, `"\${var.a}-\${var.b}"`],
    [`a$\${b}`, `"a$\${b}"`],
    ['say "hi"\\\n', '"say \\"hi\\"\\\\\\n"'],
    [`\${aws_eip.nat[count.index].id}`, "aws_eip.nat[count.index].id"],
    [`\${aws_subnet.public[*].id}`, "aws_subnet.public[*].id"],
    [`\${a["b"]["c-d"]["e f"]}`, 'a.b.c-d["e f"]'],
    [
      `\${cidrsubnet(var.vpc_cidr,8,count.index+10)}`,
      "cidrsubnet(var.vpc_cidr, 8, count.index + 10)",
    ],
    [`\${!var.a&&-1<b}`, "!var.a && -1 < b"],
    [`\${a-b - -c}`, "a-b - -c"],
    [`\${a ? b:c}`, "a ? b : c"],
    [`\${f(a...)}`, "f(a...)"],
    [`\${[for x in y:x.id if x.on]}`, "[for x in y : x.id if x.on]"],
    [`\${{for k,v in m:k=>v}}`, "{for k, v in m : k => v}"],
    [`\${[1,2]}`, "[1, 2]"],
    [`\${{}}`, "{}"],
  ])("%s is written %s", (text, written) => {
    expect(print(text)).toBe(written);
  });

  it("has an entry of an object on a line, and quotes only around keys that need them", () => {
    expect(print(`\${jsonencode({"a" = 1, "b:c" = [d]})}`)).toBe(
      'jsonencode({\na = 1\n"b:c" = [d]\n})',
    );
  });

  it("has an item of a long list on a line", () => {
    const long = "x".repeat(50);
    expect(print(`\${["${long}", "${long}"]}`)).toBe(`[\n"${long}",\n"${long}",\n]`);
  });
});
