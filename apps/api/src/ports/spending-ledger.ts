/** The most that a day may cost, in US dollars; a part that is missing may cost any amount. */
export interface Budget {
  readonly installationUsd?: number;
  readonly sessionUsd?: number;
}

export type BudgetPart = "installation" | "session";

/** US dollars of the whole installation, and of one session of it. */
export type Amounts = Readonly<Record<BudgetPart, number>>;

/** One caption's cost, and whom and when it is put down to. */
export interface Spent {
  readonly sessionId: string;
  /** In UTC: `2026-11-25`. */
  readonly day: string;
  readonly usd: number;
  /** What of it is put down where the caption had come out before, or was cancelled. @default all of it */
  readonly usdIfLate?: number;
}

export interface SpendingLedger {
  /** What has been spent on a day. */
  spent(of: { readonly sessionId: string; readonly day: string }): Promise<Amounts>;
  /** What the captions that are accepted and not finished are expected to cost. */
  underWay(sessionId: string): Promise<Amounts>;
}
