import type { CaptionResult, Hearing, Problem, Stage, Usage } from "@caption-generator/schema";
import type { Seen } from "./caption-model.ts";
import type { JobOfCaption, Lane } from "./job-queue.ts";
import type {
  CaptionRecord,
  CaptionWithUpload,
  EventRecord,
  Steps,
  StoredEvent,
} from "./records.ts";
import type { Bill, Budget, BudgetPart } from "./spending-ledger.ts";

export interface IdempotencyClaim {
  readonly key: string;
  readonly requestHash: string;
}

/** The budget that a caption has to fit on a day. */
export interface BudgetClaim {
  readonly budget: Budget;
  /** In UTC: `2026-11-25`. */
  readonly day: string;
}

export interface NewCaption {
  readonly caption: CaptionRecord;
  readonly searchText: string;
  /** Whose workers its job is for. */
  readonly lane: Lane;
  readonly idempotency: IdempotencyClaim | undefined;
  /** Checked where it is there, and the caption is expected to cost something. */
  readonly budget?: BudgetClaim;
}

export type CreateOutcome =
  | { readonly kind: "created" }
  /** The key was used before: by the same request, or by another. */
  | { readonly kind: "replayed"; readonly captionId: string; readonly sameRequest: boolean }
  /** Another caption took the upload in the meantime. */
  | { readonly kind: "upload_taken" }
  /** What it revises was deleted in the meantime. */
  | { readonly kind: "upload_gone" }
  /** What is spent and under way leaves too little of a budget. */
  | { readonly kind: "over_budget"; readonly part: BudgetPart };

/** A new job for a caption that was interrupted. */
export interface Again {
  readonly jobId: string;
  readonly lane: Lane;
  /** Checked where it is there, and the caption is expected to cost something. */
  readonly budget?: BudgetClaim;
}

export type RetryOutcome =
  | { readonly kind: "retried" }
  /** It did not end as interrupted, or its file is gone. */
  | { readonly kind: "not_retryable" }
  | { readonly kind: "over_budget"; readonly part: BudgetPart };

/** How a caption came out: written, or not and why. */
export type Outcome = WrittenOutcome | { readonly problem: Problem };

export interface WrittenOutcome {
  readonly width: number | null;
  readonly height: number | null;
  readonly seconds: number | null;
  readonly hearing: Hearing | null;
  readonly modelId: string;
  readonly onDevice: boolean;
  readonly cached: boolean;
  readonly seen: Seen;
  readonly result: CaptionResult;
  readonly usage: Usage;
  /** Under which the cache may have it; null where it has not. */
  readonly cacheKey: string | null;
  readonly searchText: string;
}

export interface ListQuery {
  readonly sessionId: string;
  readonly limit: number;
  /** Only captions older than this one. */
  readonly after?: { readonly createdAt: Date; readonly id: string };
  /** Only captions in whose name or text this occurs, whatever the case. */
  readonly search?: string;
}

export interface CaptionsRepository {
  /**
   * Stores a caption with its first event and, unless it is finished already, its job: all or
   * nothing. Takes the upload, which no second caption may, but for a revision.
   */
  create(caption: NewCaption): Promise<CreateOutcome>;
  findIdempotent(
    sessionId: string,
    key: string,
  ): Promise<{ readonly captionId: string; readonly requestHash: string } | undefined>;
  find(id: string): Promise<CaptionWithUpload | undefined>;
  list(query: ListQuery): Promise<readonly CaptionWithUpload[]>;
  /** Queued or working -> working in `stage`; false where the caption is finished already. */
  enter(id: string, stage: Stage): Promise<boolean>;
  /** Appends an event to an unfinished caption. */
  record(id: string, event: StoredEvent): Promise<void>;
  /**
   * Stores how a caption came out without finishing it: its photo is deleted next. What its steps have cost
   * by now is put down with the bill. False, and nothing done, where it is finished already or has an
   * outcome; the bill is put down all the same.
   * @param jobId nothing is done either where this is not its job any more
   */
  keepOutcome(id: string, outcome: Outcome, bill?: Bill, jobId?: string): Promise<boolean>;
  /**
   * Keeps what a step of a caption gave, so that it need not be bought again. Where that has an outcome
   * already, or is gone, nobody needs it any more: the bill for it is put down instead.
   */
  keepStep(id: string, step: Steps, bill?: Bill): Promise<void>;
  /** Finishes a caption by the outcome kept for it; one that has none is left as it is. */
  finish(id: string): Promise<void>;
  /**
   * Finishes a caption as cancelled, and puts down with the bill what its steps have cost by now, unless its
   * outcome was put down. False where it was finished already.
   */
  cancel(id: string, problem: Problem, bill?: Bill): Promise<boolean>;
  /** Failed as interrupted -> queued, with a new job, where it fits the budget as a new one would. */
  retry(id: string, again: Again): Promise<RetryOutcome>;
  /** Captions that were finished before then, the oldest first. */
  listFinishedBefore(at: Date, most: number): Promise<readonly CaptionWithUpload[]>;
  /** Captions that were accepted before then and are not finished, each with its job, the oldest first. */
  listUnfinishedBefore(at: Date, most: number): Promise<readonly JobOfCaption[]>;
  eventsAfter(id: string, seq: number): Promise<readonly EventRecord[]>;
  /** Removes the caption, its events and keys, and its upload's row if no other caption has it. */
  remove(id: string): Promise<void>;
  /** The same, where it was finished before then; false, and nothing done, otherwise. */
  removeFinished(id: string, before: Date): Promise<boolean>;
}
