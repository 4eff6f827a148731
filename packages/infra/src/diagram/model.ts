/** Where a part is: before the network, at its public or private side, or beside it in the region. */
export type Side = "internet" | "edge" | "public" | "private" | "store" | "region";

/** Something that talks or is talked to. */
export interface Part {
  /** The address of its resource; a word for what is none of ours. */
  readonly id: string;
  readonly name: string;
  /** Sizes and counts. */
  readonly detail: string;
  readonly side: Side;
}

/** Who talks to whom, and how. */
export interface Talk {
  readonly from: string;
  readonly to: string;
  readonly how: string;
}

/** An availability zone's share of the network. */
export interface Zone {
  readonly publicRange: string;
  readonly privateRange: string;
  /** Whether a NAT gateway stands in it. */
  readonly nat: boolean;
}

/** What an environment looks like. */
export interface Picture {
  readonly title: string;
  readonly range: string;
  readonly zones: readonly Zone[];
  readonly parts: readonly Part[];
  readonly talks: readonly Talk[];
}
