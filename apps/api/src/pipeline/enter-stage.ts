import type { Stage } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";

/** Tells everyone which stage a caption is in; false where it was cancelled meanwhile. */
export async function enterStage(
  { captions, events }: Pick<Deps, "captions" | "events">,
  id: string,
  stage: Stage,
): Promise<boolean> {
  const entered = await captions.enter(id, stage);
  events.publish(id, "progress");
  return entered;
}

/**
 * Does a stage's work while the news of it is being stored: with many captions under way the
 * database is what they queue for. Only for work that costs nothing should it turn out that the
 * caption was cancelled; then the answer is undefined.
 */
export async function inStage<T>(
  deps: Pick<Deps, "captions" | "events">,
  { id, stage }: { readonly id: string; readonly stage: Stage },
  work: () => Promise<T>,
): Promise<T | undefined> {
  const [entered, done] = await Promise.all([enterStage(deps, id, stage), work()]);
  return entered ? done : undefined;
}
