import type { Bar, BarGroup } from "./bar-panel.ts";
import { drawPanel } from "./bar-panel.ts";
import type { CrowdFigures, Round } from "./crowd.ts";
import { median } from "./figure.ts";

const WIDTH = 900;
const HEIGHT = 360;
const MARGIN = 24;
const RATES = { title: "Captions a second: more is better", x: 0, width: 500, height: 272 };
const WAITS = { title: "Seconds to an answer: less is better", x: 552, width: 300, height: 272 };
const LEGEND_Y = 300;
const SIDES = [
  { side: "ours", name: "caption-generator", x: 0 },
  { side: "theirs", name: "Flask under gunicorn, 8 threads", x: 170 },
] as const;

/** Told apart without red and green, too. It has a ground of its own, whatever page it is on. */
const STYLE = `
svg { --ground: #ffffff; --ink: #1d1a16; --soft: #635c52; --ours: #b43a0b; --theirs: #7c8794; }
@media (prefers-color-scheme: dark) {
  svg { --ground: #161412; --ink: #f2ede6; --soft: #b3a99c; --ours: #ff9b6b; --theirs: #8d99a8; }
}
text { font: 13px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: var(--ink); }
.title { font-weight: 600; font-size: 14px; }
.label { fill: var(--soft); text-anchor: middle; }
.value { text-anchor: middle; font-size: 12px; }
.ground { fill: var(--ground); }
.ours { fill: var(--ours); }
.theirs { fill: var(--theirs); }
.floor { stroke: var(--soft); }
`;

/** Rounds side by side with Flask as an SVG: captions a second in each, and how long their answers took. */
export function drawVersus(rounds: readonly Round[]): string {
  const typical = { ours: medians(rounds, "ours"), theirs: medians(rounds, "theirs") };
  const rate = ({ perSecond }: CrowdFigures) => perSecond;
  const rates = [
    ...rounds.map((round, index) => group(`round ${index + 1}`, round, rate)),
    group("median", typical, rate),
  ];
  const waits = [
    group("p50", typical, (figures) => figures.median / 1_000),
    group("p99", typical, ({ p99 }) => p99 / 1_000),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title">
<title id="title">${describe(typical)}</title>
<style>${STYLE}</style>
<rect class="ground" width="${WIDTH}" height="${HEIGHT}"/>
<g transform="translate(${MARGIN} ${MARGIN})">
${drawPanel({ ...RATES, groups: rates })}
${drawPanel({ ...WAITS, groups: waits })}
${SIDES.map(legend).join("\n")}
</g>
</svg>
`;
}

/** What a round is typically like, each figure by itself. */
function medians(rounds: readonly Round[], side: keyof Round): CrowdFigures {
  const of = (pick: (figures: CrowdFigures) => number) =>
    median(rounds.map((round) => pick(round[side])));
  return {
    perSecond: of(({ perSecond }) => perSecond),
    median: of((figures) => figures.median),
    p99: of(({ p99 }) => p99),
  };
}

function group(label: string, round: Round, pick: (figures: CrowdFigures) => number): BarGroup {
  const bar = (side: Bar["side"]): Bar => {
    const value = pick(round[side]);
    return { side, value, text: value.toFixed(value < 10 ? 2 : 1) };
  };
  return { label, bars: [bar("ours"), bar("theirs")] };
}

const describe = ({ ours, theirs }: Round) =>
  `Captions a second, medians: caption-generator ${ours.perSecond.toFixed(1)}, Flask ${theirs.perSecond.toFixed(1)}.`;

const legend = ({ side, name, x }: (typeof SIDES)[number]) =>
  `<rect class="${side}" x="${x}" y="${LEGEND_Y - 11}" width="13" height="13"/><text x="${x + 20}" y="${LEGEND_Y}">${name}</text>`;
