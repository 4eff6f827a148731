import type { CaptionOptionsInput } from "@caption-generator/schema";

/** A photo is to be captioned. */
export interface CreateAsk {
  readonly kind: "create";
  readonly photo: File;
  readonly options: CaptionOptionsInput;
}

/** A finished caption is to be written anew. */
export interface ReviseAsk {
  readonly kind: "revise";
  readonly id: string;
  readonly changes: Readonly<Record<string, unknown>>;
}

/** A caption that was interrupted is to be begun again, with the file that the service has kept. */
export interface RetryAsk {
  readonly kind: "retry";
  readonly id: string;
  /** What is asked for where the file is gone; null where the page does not have it either. */
  readonly otherwise: CreateAsk | ReviseAsk | null;
}

/** What a person asked for last, kept so that it can be asked again. */
export type Ask = CreateAsk | ReviseAsk | RetryAsk;
