/** One bar: of which of the two sides, how high, and what is written on it. */
export interface Bar {
  readonly side: "ours" | "theirs";
  readonly value: number;
  readonly text: string;
}

export interface BarGroup {
  readonly label: string;
  readonly bars: readonly Bar[];
}

export interface Panel {
  readonly title: string;
  readonly groups: readonly BarGroup[];
  /** Its left edge, its width and its height, in the plot's pixels. */
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

const HEAD = 52;
const FOOT = 28;
/** Of a group's room, the part that its bars take. */
const FILLED = 0.72;

/** Groups of bars that stand on one line, from 0 to the highest of them, as elements of an SVG. */
export function drawPanel({ title, groups, x, width, height }: Panel): string {
  const floor = height - FOOT;
  const highest = Math.max(...groups.flatMap(({ bars }) => bars.map(({ value }) => value)));
  const scale = (floor - HEAD) / highest;
  const room = width / groups.length;
  const drawn = groups.map(({ label, bars }, index) => {
    const left = index * room;
    const barWidth = (room * FILLED) / bars.length;
    const start = left + (room * (1 - FILLED)) / 2;
    const each = bars.map(({ side, value, text }, number) => {
      const at = start + number * barWidth;
      const tall = value * scale;
      return `<rect class="${side}" x="${px(at + 1)}" y="${px(floor - tall)}" width="${px(barWidth - 2)}" height="${px(tall)}"/>
<text class="value" x="${px(at + barWidth / 2)}" y="${px(floor - tall - 6)}">${text}</text>`;
    });
    const name = `<text class="label" x="${px(left + room / 2)}" y="${floor + 19}">${label}</text>`;
    return [...each, name].join("\n");
  });
  return `<g transform="translate(${x} 0)">
<text class="title" x="0" y="18">${title}</text>
${drawn.join("\n")}
<line class="floor" x1="0" y1="${floor}" x2="${width}" y2="${floor}"/>
</g>`;
}

/** A place in the plot, to a tenth of a pixel. */
const px = (value: number) => Number(value.toFixed(1));
