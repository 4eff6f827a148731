import type { Caption, Stage } from "@caption-generator/schema";
import { isFinished } from "@caption-generator/schema";
import { client } from "../../lib/api-client.ts";
import { onReturn } from "../../lib/on-return.ts";
import { isUnreachable, toShown } from "../../lib/problem.ts";
import { openStream } from "./caption-stream.ts";

/** A stream that tells nothing for this long may not get through at all, and nobody would say so. */
const QUIET_MS = 5_000;
const FIRST_MS = 1_500;
const LONGEST_MS = 10_000;

/** What the page is told of work at the service. */
export type WatchNews =
  | { readonly type: "stage"; readonly stage: Stage }
  | { readonly type: "retry"; readonly detail: string };

interface Watch {
  readonly onEvent: (event: WatchNews) => void;
  /** Called each time that nobody answers; work at the service goes on, and so does the watch. */
  readonly onLost: () => void;
  readonly signal: AbortSignal;
}

/**
 * Follows a caption until it is finished: by its event stream, and by asking as long as that tells nothing,
 * for streams do not get through everywhere.
 * @throws the signal's reason once it aborts; the problem of a caption that cannot be had any more
 */
export async function watchCaption(id: string, watch: Watch): Promise<Caption> {
  const { signal } = watch;
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<Caption>();
  const abort = () => reject(signal.reason);
  signal.addEventListener("abort", abort);
  const stop = follow(id, watch, { resolve, reject });
  try {
    return await promise;
  } finally {
    stop();
    signal.removeEventListener("abort", abort);
  }
}

interface End {
  readonly resolve: (caption: Caption) => void;
  readonly reject: (error: unknown) => void;
}

function follow(id: string, { onEvent, onLost }: Watch, { resolve, reject }: End): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let wait = FIRST_MS;
  let stage: Stage | null = null;
  let asking = false;
  let stopped = false;

  const askIn = (ms: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(ask, ms);
  };
  const tell = (event: WatchNews) => {
    if (event.type === "stage") stage = event.stage;
    onEvent(event);
  };
  const onAnswer = (caption: Caption) => {
    if (isFinished(caption.state)) return resolve(caption);
    if (caption.stage !== null && caption.stage !== stage) {
      tell({ type: "stage", stage: caption.stage });
    }
  };
  const onFailure = (error: unknown) => {
    if (!isUnreachable(toShown(error))) return reject(error);
    // Whatever the stage is when somebody answers again is news.
    stage = null;
    onLost();
  };
  const ask = async () => {
    if (asking) return;
    asking = true;
    await client.caption(id).then(
      (caption) => stopped || onAnswer(caption),
      (error) => stopped || onFailure(error),
    );
    asking = false;
    askIn(wait);
    wait = Math.min(LONGEST_MS, wait * 1.5);
  };
  const close = openStream(id, {
    onEvent: (event) => {
      wait = FIRST_MS;
      askIn(QUIET_MS);
      // One that was begun again tells of its first end, too: the stream goes on behind it.
      if (event.type !== "finished") tell(event);
      else if (isFinished(event.caption.state)) resolve(event.caption);
    },
    onBreak: () => void ask(),
  });
  const forget = onReturn(() => void ask());
  askIn(QUIET_MS);
  return () => {
    stopped = true;
    clearTimeout(timer);
    close();
    forget();
  };
}
