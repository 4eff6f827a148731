import type { Kind } from "./coco.ts";
import { COCO, KINDS } from "./coco.ts";
import type { Candidate } from "./decode-peaks.ts";
import type { Box } from "./geometry.ts";
import { clip, overlap } from "./geometry.ts";

/** How sure each of the two views is, from 0 to 1. */
export interface Votes {
  readonly first: number;
  readonly second: number;
}

/** A place where something of one kind was seen, and what each view takes it for. */
export interface Place {
  readonly kind: Kind;
  readonly box: Box;
  /** By class, the most likely first. */
  readonly labels: readonly (Votes & { readonly label: string })[];
  /** The best of the kind's classes in each view. */
  readonly ofKind: Votes;
}

interface Vote {
  readonly label: string;
  readonly kind: Kind;
  readonly score: number;
  readonly box: Box;
  readonly view: 0 | 1;
}

/** Boxes that share this much are one thing, seen twice. */
const SAME_PLACE = 0.5;

export const mean = ({ first, second }: Votes): number => (first + second) / 2;

/**
 * Brings together what two views saw: for each place and kind, the votes of both. Classes of one
 * kind compete in one place; things of two kinds, a person and a horse, may stand in the same.
 */
export function agree(first: readonly Candidate[], second: readonly Candidate[]): readonly Place[] {
  const votes = [...first.map(toVote(0)), ...second.map(toVote(1))]
    .filter((vote) => vote !== undefined)
    .sort((a, b) => b.score - a.score);
  return KINDS.flatMap((kind) => placesOf(votes.filter((vote) => vote.kind === kind)));
}

const toVote =
  (view: 0 | 1) =>
  ({ classIndex, score, box }: Candidate): Vote | undefined => {
    const entry = COCO[classIndex];
    const clipped = clip(box);
    if (entry === undefined || clipped.width <= 0 || clipped.height <= 0) return undefined;
    return { label: entry.label, kind: entry.kind, score, box: clipped, view };
  };

/** @param votes of one kind, the surest first. */
function placesOf(votes: readonly Vote[]): Place[] {
  const [surest] = votes;
  if (surest === undefined) return [];
  const here = votes.filter(({ box }) => overlap(box, surest.box) >= SAME_PLACE);
  const elsewhere = votes.filter((vote) => !here.includes(vote));
  return [toPlace(surest, here), ...placesOf(elsewhere)];
}

function toPlace({ kind, box }: Vote, votes: readonly Vote[]): Place {
  const labels = [...new Set(votes.map(({ label }) => label))]
    .map((label) => ({ label, ...count(votes.filter((vote) => vote.label === label)) }))
    .sort((a, b) => mean(b) - mean(a));
  return { kind, box, labels, ofKind: count(votes) };
}

function count(votes: readonly Vote[]): Votes {
  const best = (view: 0 | 1) =>
    Math.max(0, ...votes.filter((vote) => vote.view === view).map(({ score }) => score));
  return { first: best(0), second: best(1) };
}
