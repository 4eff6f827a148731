/** An argument that the article and the synthesized stack set differently. */
export interface Difference {
  readonly argument: string;
  readonly article: unknown;
  readonly ours: unknown;
  /** Why, where the difference is declared. */
  readonly reason?: string;
}

/** What a plan says about one resource. */
export type Finding = { readonly address: string } & (
  | { readonly kind: "unchanged" }
  /** It differs, and each difference is declared. */
  | { readonly kind: "deviates"; readonly differences: readonly Difference[] }
  /** A resource of ours that the article does not have; the others stay as they are. */
  | { readonly kind: "addition" }
  | { readonly kind: "differs"; readonly differences: readonly Difference[] }
  | { readonly kind: "replaced"; readonly differences: readonly Difference[] }
  | { readonly kind: "moved"; readonly from: string }
  /** The article has it and we do not. */
  | { readonly kind: "missing" }
  /** We have it, the article does not, and nobody said so. */
  | { readonly kind: "undeclared" }
  /** A declared deviation or addition that the plan does not show. */
  | { readonly kind: "unseen"; readonly what: string }
);

const GOOD: readonly Finding["kind"][] = ["unchanged", "deviates", "addition"];

/** Whether a finding is as it should be. */
export const isGood = ({ kind }: Finding) => GOOD.includes(kind);
