import type { Part, Picture, Zone } from "./model.ts";

/** A picture as a flowchart of Mermaid. */
export function asMermaid({ range, zones, parts, talks }: Picture): string {
  const names = new Map(parts.map(({ id }, at) => [id, `p${at}`]));
  const box = ({ id, name, detail, side }: Part): string => {
    const [open, close] = side === "store" ? ["[(", ")]"] : ["[", "]"];
    return `${names.get(id)}${open}"${name}<br/>${detail}"${close}`;
  };
  const on = (...sides: readonly Part["side"][]): readonly string[] =>
    parts.filter(({ side }) => sides.includes(side)).map(box);
  const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`);
  const vpc = [
    `subgraph vpc["VPC ${range}"]`,
    ...indented([
      ...subnets("public", zones.map(publicLabel), on("public")),
      ...subnets("private", zones.map(privateLabel), on("private", "store")),
    ]),
    "end",
  ];
  const arrows = talks.map(
    ({ from, to, how }) => `${names.get(from)} -->|"${how}"| ${names.get(to)}`,
  );
  const all = [...on("internet"), ...on("edge"), ...vpc, ...on("region"), ...arrows];
  return ["flowchart TB", ...indented(all), ""].join("\n");
}

const publicLabel = ({ publicRange, nat }: Zone) => `${publicRange}${nat ? " with NAT" : ""}`;
const privateLabel = ({ privateRange }: Zone) => privateRange;

const subnets = (side: string, ranges: readonly string[], boxes: readonly string[]) => [
  `subgraph ${side}["${side} subnets: ${ranges.join(", ")}"]`,
  ...boxes.map((box) => `  ${box}`),
  "end",
];
