/** An amount as a person says it: `$0.02`, or `less than one cent`. */
export function dollars(usd: number): string {
  return usd < 0.01 ? "less than one cent" : `$${usd.toFixed(2)}`;
}
