import type { CaptionEvent } from "@caption-generator/schema";

/** The events of a stream, as they come, to its end. */
export async function* parseEvents(response: Response): AsyncGenerator<CaptionEvent> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of response.body ?? []) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const data = /^data: (.*)$/mu.exec(block)?.[1];
      if (data !== undefined) yield JSON.parse(data) as CaptionEvent;
    }
  }
}

/** Reads an event stream to its end, or until `until` says that was the last event wanted. */
export async function readEvents(
  response: Response,
  until: (event: CaptionEvent) => boolean = () => false,
): Promise<CaptionEvent[]> {
  const events: CaptionEvent[] = [];
  for await (const event of parseEvents(response)) {
    events.push(event);
    if (until(event)) break;
  }
  return events;
}
