import type { Caption, Stage } from "@caption-generator/schema";
import type { ShownProblem } from "../../lib/problem.ts";

export type UploadState =
  | { readonly kind: "none" }
  | { readonly kind: "sending"; readonly part: number }
  | { readonly kind: "sent" };

export type WorkState =
  | { readonly kind: "idle" }
  | {
      readonly kind: "working";
      readonly captionId: string | null;
      readonly stage: Stage | null;
      /** Why it takes longer than it should, in a sentence. */
      readonly retry: string | null;
    };

/** All that the page knows of the photo in hand and its captions. */
export interface StudioState {
  readonly photo: File | null;
  readonly upload: UploadState;
  readonly work: WorkState;
  /** The first caption and its revisions, oldest first. */
  readonly captions: readonly Caption[];
  /** Which of them is shown. */
  readonly shown: number;
  readonly problem: ShownProblem | null;
}

export type StudioEvent =
  | { readonly type: "chosen"; readonly photo: File }
  | { readonly type: "opened"; readonly caption: Caption }
  | { readonly type: "refused"; readonly problem: ShownProblem }
  | { readonly type: "sending"; readonly part: number }
  | { readonly type: "sent" }
  | { readonly type: "asked" }
  | { readonly type: "accepted"; readonly captionId: string }
  | { readonly type: "stage"; readonly stage: Stage }
  | { readonly type: "retry"; readonly detail: string }
  | { readonly type: "finished"; readonly caption: Caption }
  | { readonly type: "failed"; readonly problem: ShownProblem }
  | { readonly type: "shown"; readonly index: number }
  | { readonly type: "cleared" };

export const EMPTY: StudioState = {
  photo: null,
  upload: { kind: "none" },
  work: { kind: "idle" },
  captions: [],
  shown: 0,
  problem: null,
};

const IDLE: WorkState = { kind: "idle" };

export function studioReducer(state: StudioState, event: StudioEvent): StudioState {
  switch (event.type) {
    case "chosen":
      return { ...EMPTY, photo: event.photo };
    case "opened":
      return { ...EMPTY, captions: [event.caption], problem: event.caption.problem };
    case "refused":
      return { ...state, problem: event.problem };
    case "sending":
      return { ...state, upload: { kind: "sending", part: event.part } };
    case "sent":
      return { ...state, upload: { kind: "sent" } };
    case "asked":
      return {
        ...state,
        problem: null,
        work: { kind: "working", captionId: null, stage: null, retry: null },
      };
    case "accepted":
      return working(state, { captionId: event.captionId });
    case "stage":
      return working(state, { stage: event.stage, retry: null });
    case "retry":
      return working(state, { retry: event.detail });
    case "finished":
      return finished(state, event.caption);
    case "failed":
      return { ...state, work: IDLE, upload: { kind: "none" }, problem: event.problem };
    case "shown":
      return { ...state, shown: event.index };
    case "cleared":
      return EMPTY;
  }
}

function working(
  state: StudioState,
  change: Partial<Extract<WorkState, { kind: "working" }>>,
): StudioState {
  if (state.work.kind !== "working") return state;
  return { ...state, work: { ...state.work, ...change } };
}

function finished(state: StudioState, caption: Caption): StudioState {
  const rest = { ...state, work: IDLE, upload: { kind: "none" } as const };
  if (caption.state === "cancelled") return rest;
  if (caption.state === "failed") return { ...rest, problem: caption.problem };
  const captions = [...state.captions, caption];
  return { ...rest, captions, shown: captions.length - 1, problem: null };
}
