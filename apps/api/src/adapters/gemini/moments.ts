import type { Evidence } from "@caption-generator/schema";
import type { CaptionSource } from "../../ports/caption-model.ts";

/** Something a caption may rest on, under the label that the prompt gives it. */
export interface Moment {
  /** `P` and a number for a picture, `S` and a number for a part of the speech. */
  readonly label: string;
  readonly evidence: Evidence;
}

/** More would be read by nobody. */
const MOST_EVIDENCE = 3;

/** UTF-16 units: an hour of talk, and far less than a model takes. */
const MOST_SPEECH = 60_000;

/** UTF-16 units: what a person reads at a glance. */
const MOST_WORDS = 120;

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** The moments of a video that its captions may rest on, with their labels; none for a photo. */
export function momentsOf(source: CaptionSource): Moment[] {
  if (source.kind === "image") return [];
  return [...pictures(source), ...speech(source)];
}

function pictures(source: Exclude<CaptionSource, { kind: "image" }>): Moment[] {
  const seen =
    source.kind === "video"
      ? source.frames.map(({ at }): Evidence => ({ kind: "seen", at }))
      : (source.seen.moments ?? []).map(
          ({ at, description }): Evidence => ({ kind: "seen", at, what: description }),
        );
  return seen.map((evidence, index) => ({ label: `P${index + 1}`, evidence }));
}

function speech({ transcript }: Exclude<CaptionSource, { kind: "image" }>): Moment[] {
  let room = MOST_SPEECH;
  const moments: Moment[] = [];
  for (const [index, { start, text }] of (transcript?.segments ?? []).entries()) {
    room -= text.length;
    if (room < 0) break;
    const evidence: Evidence = { kind: "said", at: start, words: text };
    moments.push({ label: `S${index + 1}`, evidence });
  }
  return moments;
}

/**
 * The moments that a model names for a caption, in the order they happen. What it names beside those
 * there are is left out: evidence is what we know, not what a model says.
 *
 * @param pictures what the model wrote of each picture, in order
 */
export function evidenceOf(
  labels: readonly string[],
  moments: readonly Moment[],
  pictures: readonly string[],
): Evidence[] {
  const byLabel = new Map(moments.map((moment) => [moment.label, moment]));
  const named = new Set(labels.map((label) => label.trim().toUpperCase()));
  return [...named]
    .flatMap((label) => byLabel.get(label) ?? [])
    .slice(0, MOST_EVIDENCE)
    .map(({ label, evidence }) => shown(evidence, pictures[Number(label.slice(1)) - 1]))
    .sort((a, b) => a.at - b.at);
}

function shown(evidence: Evidence, description: string | undefined): Evidence {
  if (evidence.kind === "said") return { ...evidence, words: atAGlance(evidence.words) };
  const what = evidence.what ?? description;
  return what === undefined ? evidence : { ...evidence, what: atAGlance(what) };
}

function atAGlance(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length <= MOST_WORDS) return trimmed;
  return `${startOf(trimmed).replace(/\s+\S*$/u, "")}…`;
}

/** As much as may be shown, and no half of a character: the database refuses one. */
function startOf(text: string): string {
  const end = graphemes.segment(text).containing(MOST_WORDS)?.index ?? 0;
  // A grapheme may go on and on; half of a code point is at its end, if anywhere.
  return end > 0 ? text.slice(0, end) : text.slice(0, MOST_WORDS).replace(/\p{Surrogate}$/u, "");
}
