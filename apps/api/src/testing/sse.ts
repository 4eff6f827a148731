import type { CaptionEvent } from "@caption-generator/schema";

/** Reads an event stream to its end, or until `until` says that was the last event wanted. */
export async function readEvents(
  response: Response,
  until: (event: CaptionEvent) => boolean = () => false,
): Promise<CaptionEvent[]> {
  const events: CaptionEvent[] = [];
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of response.body ?? []) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const data = /^data: (.*)$/mu.exec(block)?.[1];
      if (data === undefined) continue;
      const event = JSON.parse(data) as CaptionEvent;
      events.push(event);
      if (until(event)) return events;
    }
  }
  return events;
}
