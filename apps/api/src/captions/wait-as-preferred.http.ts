import type { Caption } from "@caption-generator/schema";
import type { Context } from "hono";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import type { AppEnv } from "../http/env.ts";
import { awaitCaption } from "./await-caption.ts";
import { parsePreferWait } from "./prefer-wait.ts";

/**
 * Waits for a caption as long as the client prefers to. Whoever waited for one that failed gets its
 * problem as the answer; whoever did not finds it in the caption.
 * @throws AppError with the caption's own code
 */
export async function waitAsPreferred(
  deps: Pick<Deps, "captions" | "events" | "draining">,
  c: Context<AppEnv>,
  caption: Caption,
): Promise<Caption> {
  const instance = `/api/captions/${caption.id}`;
  c.header("location", instance);
  const timeoutMs = parsePreferWait(c.req.header("prefer"));
  if (timeoutMs === 0) return caption;
  c.header("preference-applied", "wait");
  const { signal } = c.req.raw;
  const own = { sessionId: c.get("sessionId"), id: caption.id };
  const settled =
    caption.finishedAt === null ? await awaitCaption(deps, { ...own, timeoutMs, signal }) : caption;
  if (settled.problem === null) return settled;
  const { code, detail, retryable, errors } = settled.problem;
  throw new AppError({ code, detail, retryable, instance, ...(errors ? { errors } : {}) });
}
