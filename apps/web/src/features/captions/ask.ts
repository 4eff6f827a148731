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

/** What a person asked for last, kept so that it can be asked again. */
export type Ask = CreateAsk | ReviseAsk;
