import type { CaptionEvent } from "@caption-generator/schema";
import { captionEventSchema } from "@caption-generator/schema";

interface Listeners {
  readonly onEvent: (event: CaptionEvent) => void;
  /** Called each time that it breaks, whether or not the browser connects again by itself. */
  readonly onBreak: () => void;
}

/** Listens to what a caption's stream tells; returns how to stop. */
export function openStream(id: string, { onEvent, onBreak }: Listeners): () => void {
  const source = new EventSource(`/api/captions/${id}/events`);
  for (const type of ["stage", "retry", "finished"] as const) {
    source.addEventListener(type, ({ data }) => {
      const event = captionEventSchema.safeParse(JSON.parse(data));
      if (event.success) return onEvent(event.data);
      // Another version of the service: what it tells in another way can still be asked for.
      source.close();
      onBreak();
    });
  }
  source.onerror = onBreak;
  return () => source.close();
}
