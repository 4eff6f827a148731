import type { PriceName } from "./price-list.ts";

/** A span from the least to the most; the same where nothing scales. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** What a resource costs for one thing that AWS charges. */
export interface Line {
  /** The resource, without the index of its instance. */
  readonly address: string;
  /** What is charged, in words. */
  readonly what: string;
  readonly quantity: Span;
  /** Hours a month, where the price is by the hour. */
  readonly hours?: number;
  readonly price: PriceName;
}

/** AWS's own month: 365 days of 24 hours, by twelve. */
export const HOURS = 730;

export const always = (amount: number): Span => ({ low: amount, high: amount });

export const times = ({ low, high }: Span, factor: number): Span => ({
  low: low * factor,
  high: high * factor,
});

export const sum = (a: Span, b: Span): Span => ({ low: a.low + b.low, high: a.high + b.high });
