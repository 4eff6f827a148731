import type { Stage } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";

/** Tells everyone which stage a caption is in; false where it was cancelled meanwhile. */
export async function enterStage(
  { captions, events }: Pick<Deps, "captions" | "events">,
  id: string,
  stage: Stage,
): Promise<boolean> {
  const entered = await captions.enter(id, stage);
  events.publish(id);
  return entered;
}
