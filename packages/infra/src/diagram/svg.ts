import type { Box } from "./layout.ts";
import { BANDS, between, HEIGHT, placesOf, VPC, WIDTH } from "./layout.ts";
import type { Part, Picture, Talk } from "./model.ts";

/** Readable on a light page and on a dark one, whatever the page itself does. */
const STYLE = `
  svg { font: 14px system-ui, sans-serif; }
  .page { fill: #ffffff; } .zone { fill: #f3f6fa; stroke: #c3ccd8; stroke-dasharray: 4 4; }
  .vpc { fill: none; stroke: #5b6b80; stroke-width: 1.5; } .band { fill: none; stroke: #c3ccd8; }
  .part { fill: #ffffff; stroke: #35507a; stroke-width: 1.5; } .store { fill: #eef4ff; }
  .name { fill: #16202e; font-weight: 600; } .detail, .label { fill: #46566b; font-size: 12px; }
  .label { paint-order: stroke; stroke: #f3f6fa; stroke-width: 5px; }
  .line { stroke: #5b6b80; stroke-width: 1.5; fill: none; } .tip { fill: #5b6b80; }
  .how { fill: #46566b; font-size: 12px; paint-order: stroke; stroke: #ffffff; stroke-width: 5px; }
  @media (prefers-color-scheme: dark) {
    .page { fill: #0f1620; } .zone { fill: #162030; stroke: #3a4a60; } .band { stroke: #3a4a60; }
    .vpc { stroke: #8b9bb0; } .part { fill: #1b2838; stroke: #7fa3d9; } .store { fill: #1d3050; }
    .name { fill: #eef3f9; } .detail, .label { fill: #b4c1d1; } .line { stroke: #8b9bb0; }
    .tip { fill: #8b9bb0; } .how { fill: #b4c1d1; stroke: #0f1620; }
    .label { stroke: #162030; }
  }
`;

/** A picture as SVG. The same picture is always the same text. */
export function asSvg(picture: Picture): string {
  const places = placesOf(picture);
  const boxOf = (id: string): readonly Box[] => [places.get(id) ?? []].flat();
  const parts = picture.parts.flatMap((part) => boxOf(part.id).map((box) => partSvg(part, box)));
  const talks = picture.talks.flatMap((talk) =>
    boxOf(talk.from).flatMap((from) => boxOf(talk.to).map((to) => ({ talk, from, to }))),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(`What ${picture.title} is made of`)}">`,
    `<style>${STYLE}</style>`,
    `<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path class="tip" d="M0 0 8 4 0 8z"/></marker></defs>`,
    `<rect class="page" width="${WIDTH}" height="${HEIGHT}" rx="8"/>`,
    ...network(picture),
    ...talks.map(({ from, to }) => line(from, to)),
    ...parts,
    ...labels(picture),
    ...talks.map(({ talk, from, to }) => how(talk, from, to)),
    "</svg>",
    "",
  ].join("\n");
}

/** The network and, for each zone, a slice of either band of subnets. */
const network = ({ zones }: Picture): readonly string[] => [
  rectangle("vpc", VPC, 8),
  ...zones.flatMap((_, at) => [
    rectangle("zone", slice(BANDS.public, at, zones.length), 4),
    rectangle("zone", slice(BANDS.private, at, zones.length), 4),
  ]),
];

/** Over the lines, so that they can be read where one passes. */
const labels = ({ range, zones }: Picture): readonly string[] => [
  text("detail", VPC.x + 14, VPC.y + 22, `VPC ${range}`),
  ...zones.flatMap(({ publicRange, privateRange, nat }, at) => {
    const open = slice(BANDS.public, at, zones.length);
    const closed = slice(BANDS.private, at, zones.length);
    return [
      text("label", open.x + 8, open.y + 18, `public ${publicRange}${nat ? ", NAT" : ""}`),
      text("label", closed.x + 8, closed.y + closed.height - 8, `private ${privateRange}`),
    ];
  }),
];

const GAP = 8;

function slice({ x, y, width, height }: Box, at: number, of: number): Box {
  const part = Math.round((width - GAP * (of - 1)) / of);
  return { x: x + at * (part + GAP), y, width: part, height };
}

const partSvg = ({ name, detail, side }: Part, box: Box): string =>
  [
    rectangle(side === "store" ? "part store" : "part", box, 6),
    middle("name", box.x + box.width / 2, box.y + 24, name),
    middle("detail", box.x + box.width / 2, box.y + 43, detail),
  ].join("");

function line(from: Box, to: Box): string {
  const [x1, y1, x2, y2] = between(from, to);
  return `<line class="line" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" marker-end="url(#tip)"/>`;
}

function how({ how: words }: Talk, from: Box, to: Box): string {
  const [x1, y1, x2, y2] = between(from, to);
  return middle("how", Math.round((x1 + x2) / 2), Math.round((y1 + y2) / 2) + 4, words);
}

const rectangle = (kind: string, { x, y, width, height }: Box, round: number) =>
  `<rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}"/>`;

const text = (kind: string, x: number, y: number, words: string) =>
  `<text class="${kind}" x="${x}" y="${y}">${escaped(words)}</text>`;

const middle = (kind: string, x: number, y: number, words: string) =>
  `<text class="${kind}" x="${x}" y="${y}" text-anchor="middle">${escaped(words)}</text>`;

const escaped = (words: string) =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
