import type { PhotoFile, Visitor } from "../../apps/api/src/testing/api-client.ts";

/** Captions a photo and waits for it; returns the milliseconds that took. @throws Error unless it was done */
export async function timedCaption(visitor: Visitor, photo: PhotoFile): Promise<number> {
  const started = performance.now();
  const response = await visitor.caption(photo);
  const body = await response.text();
  const ms = performance.now() - started;
  if (response.status !== 201)
    throw new Error(`A caption was not made: ${response.status} ${body}`);
  return ms;
}
