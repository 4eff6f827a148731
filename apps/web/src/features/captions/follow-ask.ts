import type { Caption } from "@caption-generator/schema";
import type { Client } from "../../lib/api-client.ts";
import type { ShownProblem } from "../../lib/problem.ts";
import { ApiProblem, toShown } from "../../lib/problem.ts";
import type { UploadDesk } from "../upload/upload-desk.ts";
import type { Ask, CreateAsk, RetryAsk } from "./ask.ts";
import type { StudioEvent } from "./studio-state.ts";
import type { watchCaption } from "./watch-caption.ts";

export interface FollowDeps {
  readonly api: Pick<Client, "createCaption" | "revise" | "retry" | "caption" | "remove">;
  readonly desk: Pick<UploadDesk, "take" | "spend" | "forget">;
  readonly watch: typeof watchCaption;
  readonly report: (event: StudioEvent) => void;
}

/** Why work is stopped by the person who asked for it: it shall leave nothing behind. */
export const UNWANTED = "unwanted";
/** Why nobody looks at work any more: what is not at the service yet ends, and what is there goes on. */
export const LEFT = "left";

/**
 * Asks for captions and follows them to their end; true where there is a new finished caption. Those that were
 * left are followed, too, for they are paid for and will be in the history, but nothing is reported of them.
 */
export async function followAsk(
  deps: FollowDeps,
  { ask, signal }: { readonly ask: Ask; readonly signal: AbortSignal },
): Promise<boolean> {
  const report = (event: StudioEvent) => {
    if (!signal.aborted) deps.report(event);
  };
  report({ type: "asked", ask });
  try {
    const begun = await begin({ ...deps, report }, ask, signal);
    if (isUnwanted(signal)) {
      // It was cancelled before the page knew its id.
      await deps.api.remove(begun.id);
      return false;
    }
    report({ type: "accepted", captionId: begun.id });
    const onLost = () => report({ type: "retry", detail: "The service does not answer. Waiting." });
    const until = onceUnwanted(signal);
    const caption =
      begun.finishedAt === null
        ? await deps.watch(begun.id, { onEvent: report, onLost, signal: until })
        : begun;
    report({ type: "finished", caption });
    return !isUnwanted(signal);
  } catch (error) {
    report({ type: "failed", problem: toShown(error) });
    return false;
  }
}

const isUnwanted = ({ aborted, reason }: AbortSignal) => aborted && reason === UNWANTED;

/** A signal that aborts with another, but not where the work is only left. */
function onceUnwanted(signal: AbortSignal): AbortSignal {
  const controller = new AbortController();
  const look = () => isUnwanted(signal) && controller.abort(UNWANTED);
  signal.addEventListener("abort", look, { once: true });
  return controller.signal;
}

async function begin(deps: FollowDeps, ask: Ask, signal: AbortSignal): Promise<Caption> {
  if (ask.kind === "retry") return tryAgain(deps, ask, signal);
  if (ask.kind === "revise") return deps.api.revise(ask.id, ask.changes);
  try {
    return await create(deps, ask, signal);
  } catch (error) {
    if (!has(error, "not_found")) throw error;
    // An upload that waited too long for its caption is deleted: send the photo again.
    return await create(deps, ask, signal);
  }
}

async function create(
  { api, desk }: FollowDeps,
  { photo, options }: CreateAsk,
  signal: AbortSignal,
): Promise<Caption> {
  const uploadId = await desk.take(photo, options, signal);
  try {
    // An upload gets one caption. Its id as the key: asking again gives that one, not a second.
    const caption = await api.createCaption({ uploadId, options, idempotencyKey: uploadId });
    desk.spend(uploadId);
    return caption;
  } catch (error) {
    if (!toShown(error).retryable && !signal.aborted) desk.forget();
    throw error;
  }
}

async function tryAgain(
  deps: FollowDeps,
  { id, otherwise }: RetryAsk,
  signal: AbortSignal,
): Promise<Caption> {
  const begun = await retry(deps, id);
  if (begun !== undefined) return begun;
  if (otherwise === null) throw new ApiProblem(FILE_GONE);
  signal.throwIfAborted();
  deps.report({ type: "asked", ask: otherwise });
  return begin(deps, otherwise, signal);
}

/** The caption begun again; undefined where the service cannot do that any more. */
async function retry({ api }: FollowDeps, id: string): Promise<Caption | undefined> {
  try {
    return await api.retry(id);
  } catch (error) {
    if (has(error, "not_found")) return undefined;
    if (!has(error, "caption_not_retryable")) throw error;
    // Another page, or a request whose answer was lost, may have begun it.
    const caption = await api.caption(id);
    return caption.state === "failed" ? undefined : caption;
  }
}

const FILE_GONE: ShownProblem = {
  title: "The file is not kept any more",
  detail: "Choose it again above to have it captioned.",
  retryable: false,
};

const has = (error: unknown, code: ShownProblem["code"]) =>
  error instanceof ApiProblem && error.shown.code === code;
