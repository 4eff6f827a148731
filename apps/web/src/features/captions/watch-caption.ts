import type { Caption, CaptionEvent } from "@caption-generator/schema";
import { captionEventSchema, isFinished } from "@caption-generator/schema";
import { client } from "../../lib/api-client.ts";
import { isUnreachable, toShown } from "../../lib/problem.ts";

const POLL_MS = 1_500;

interface Watch {
  readonly onEvent: (event: CaptionEvent) => void;
  /** Called each time that nobody answers; work at the service goes on, and so does the watch. */
  readonly onLost: () => void;
  readonly signal: AbortSignal;
}

/**
 * Follows a caption until it is finished: by its event stream, and by asking where streams do not
 * get through.
 */
export async function watchCaption(
  id: string,
  { onEvent, onLost, signal }: Watch,
): Promise<Caption> {
  const streamed = await byStream(id, onEvent, signal);
  if (streamed !== undefined) return streamed;
  for (;;) {
    signal.throwIfAborted();
    try {
      const caption = await client.caption(id);
      if (isFinished(caption.state)) return caption;
    } catch (error) {
      if (!isUnreachable(toShown(error))) throw error;
      onLost();
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** The finished caption, or undefined where the stream broke for good. */
function byStream(
  id: string,
  onEvent: (event: CaptionEvent) => void,
  signal: AbortSignal,
): Promise<Caption | undefined> {
  return new Promise((resolve) => {
    const source = new EventSource(`/api/captions/${id}/events`);
    const end = (caption?: Caption) => {
      source.close();
      resolve(caption);
    };
    signal.addEventListener("abort", () => end(), { once: true });
    for (const type of ["stage", "retry", "finished"] as const) {
      source.addEventListener(type, ({ data }) => {
        const event = captionEventSchema.safeParse(JSON.parse(data));
        if (!event.success) return end();
        onEvent(event.data);
        // One that was begun again tells of its first end, too: the stream ends there, and goes on behind it.
        if (event.data.type === "finished" && isFinished(event.data.caption.state)) {
          end(event.data.caption);
        }
      });
    }
    // A browser connects again by itself, but not after an answer that is no stream.
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) end();
    };
  });
}
