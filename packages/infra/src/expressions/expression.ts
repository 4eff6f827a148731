/** An expression of HCL, as far as comparing and printing it takes: its parts, with what brackets hold. */
export type Expression = readonly Part[];

export type Part =
  /** A name, a number or an operator. */
  | { readonly kind: "word"; readonly text: string }
  /** A string, as text and the expressions in it. Escapes are resolved, but for `$${` and `%%{`. */
  | { readonly kind: "template"; readonly pieces: readonly Piece[] }
  /** What is in brackets, at its commas; a `for` is one item, whatever commas it has. */
  | {
      readonly kind: "group";
      readonly open: "(" | "[" | "{";
      readonly items: readonly Expression[];
    }
  | { readonly kind: "object"; readonly entries: readonly Entry[] };

export type Piece = string | Expression;

export interface Entry {
  readonly key: Expression;
  readonly value: Expression;
}
