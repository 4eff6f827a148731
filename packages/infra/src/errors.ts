/** Why nothing was synthesized: a sentence for the person who asked, with the value at fault and the fix. */
export class InfraError extends Error {
  override readonly name = "InfraError";
}
