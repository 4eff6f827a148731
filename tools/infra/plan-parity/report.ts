import type { Difference, Finding } from "./finding.ts";
import { isGood } from "./finding.ts";
import type { Planned } from "./judge.ts";

/** What one direction of the proof found. */
export interface Proof {
  readonly planned: Planned;
  readonly findings: readonly Finding[];
}

const TITLES: Record<Planned, string> = {
  ours: "The HCL applied, then the synthesized stack planned over its state",
  theirs: "The synthesized stack applied, then the HCL planned over its state",
};

const shown = (value: unknown) => (value === undefined ? "nothing" : JSON.stringify(value));

const valuesLine = ({ argument, article, ours }: Difference) =>
  `    ${argument}: article ${shown(article)}, ours ${shown(ours)}`;

/** Each difference with both values; a reason stands once, after the differences it is the reason of. */
function differenceLines(differences: readonly Difference[]): string[] {
  return differences.flatMap((difference, index) => {
    const { reason } = difference;
    const repeated = reason === differences[index + 1]?.reason;
    return [
      valuesLine(difference),
      ...(reason === undefined || repeated ? [] : [`      ${reason}`]),
    ];
  });
}

function lines(finding: Finding): string[] {
  const { kind, address } = finding;
  const first = (text: string) => `  ${text} ${address}`;
  switch (kind) {
    case "unchanged":
    case "addition":
      return [first(kind.padEnd(9))];
    case "deviates":
      return [first("deviates "), ...differenceLines(finding.differences)];
    case "differs":
    case "replaced":
      return [first(kind.toUpperCase()), ...differenceLines(finding.differences)];
    case "moved":
      return [first("MOVED"), `    from ${finding.from}`];
    case "missing":
      return [first("MISSING"), "    the article has it, the synthesized stack does not"];
    case "undeclared":
      return [first("UNDECLARED"), "    an addition that packages/infra does not declare"];
    case "unseen":
      return [first("UNSEEN"), `    ${finding.what} does not show in the plan`];
  }
}

const RANK: readonly Finding["kind"][] = ["unchanged", "deviates", "addition"];
const rank = ({ kind }: Finding) => (RANK.includes(kind) ? RANK.indexOf(kind) : RANK.length);

/** One direction as text: a line a resource, what is wrong last, then the counts. */
export function report({ planned, findings }: Proof): string {
  const sorted = findings.toSorted((a, b) => rank(a) - rank(b) || (a.address < b.address ? -1 : 1));
  const count = (kind: Finding["kind"]) => findings.filter((one) => one.kind === kind).length;
  const wrong = findings.filter((one) => !isGood(one)).length;
  const resources = findings.filter(
    ({ kind }) => kind !== "addition" && kind !== "undeclared" && kind !== "unseen",
  ).length;
  const counts = [
    `${count("unchanged")} of the article's ${resources} resources unchanged`,
    ...(count("deviates") > 0 ? [`${count("deviates")} differ as declared`] : []),
    `${count("addition")} additions`,
    `${wrong} wrong`,
  ];
  return [`${TITLES[planned]}:`, ...sorted.flatMap(lines), `  ${counts.join(", ")}`].join("\n");
}
