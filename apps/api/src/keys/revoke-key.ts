import type { Deps } from "../deps.ts";
import { notFound } from "../errors/not-found.ts";

/** Makes a key of the session worthless from the next request on. @throws AppError not_found */
export async function revokeKey(
  { apiKeys }: Pick<Deps, "apiKeys">,
  input: { readonly sessionId: string; readonly id: string },
): Promise<void> {
  if (!(await apiKeys.remove(input))) throw notFound("key", input.id);
}
