/** The most that a day may cost, in US dollars; a part that is missing may cost any amount. */
export interface Budget {
  readonly installationUsd?: number;
  readonly sessionUsd?: number;
}

export type BudgetPart = "installation" | "session";

/** US dollars of the whole installation, and of one session of it. */
export type Amounts = Readonly<Record<BudgetPart, number>>;

/** What one run of a caption's job has paid for, and whom and when it is put down to. */
export interface Bill {
  /** Names it: it is put down once, however often it is stored. */
  readonly key: string;
  readonly sessionId: string;
  /** In UTC: `2026-11-25`. */
  readonly day: string;
  /** US dollars beside what the steps cost that are kept with the caption: those are added as it comes out. */
  readonly usd: number;
}

export interface SpendingLedger {
  /** What has been spent on a day. */
  spent(of: { readonly sessionId: string; readonly day: string }): Promise<Amounts>;
  /** What the captions that are accepted and not finished are expected to cost. */
  underWay(sessionId: string): Promise<Amounts>;
  /** Forgets what was spent before a day. @returns of how many sessions and days that was */
  forgetBefore(day: string): Promise<number>;
}
