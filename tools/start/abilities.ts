import type { Limits } from "../../packages/schema/src/limits.ts";
import { Failure } from "../shared/failure.ts";

/** What an installation says that it can do. */
export interface Abilities extends Pick<Limits, "captionModel" | "scanner" | "transcriber"> {
  readonly video: Pick<Limits["video"], "possible" | "note">;
}

/**
 * Asks an API what it can do. Undefined where it is private: it tells those alone who have its access token.
 *
 * @param api the URL of the API, as in http://127.0.0.1:5000/api
 * @throws Failure where it answers otherwise
 */
export async function askAbilities(api: string): Promise<Abilities | undefined> {
  const url = `${api}/limits`;
  const answer = await fetch(url);
  if (answer.ok) return (await answer.json()) as Abilities;
  await answer.body?.cancel();
  if (answer.status === 401) return undefined;
  throw new Failure(`${url} answered ${answer.status}, where it should say what it can do.`);
}
