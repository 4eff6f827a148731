import type { PhotoFile, Visitor } from "../../apps/api/src/testing/api-client.ts";

/** A request for a caption, ready to be sent. */
export interface CaptionRequest {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

/** Makes the form ahead of the clock: what a client takes to write it is not what is measured. */
export async function captionRequest(photo: PhotoFile): Promise<CaptionRequest> {
  const form = new FormData();
  form.set("file", new File([Buffer.from(photo.bytes)], photo.name, { type: photo.type }));
  form.set("options", "{}");
  const written = new Response(form);
  const contentType = written.headers.get("content-type") ?? "";
  return { body: await written.bytes(), contentType };
}

/** Captions a photo and waits for it; returns the milliseconds that took. @throws Error unless it was done */
export async function timedCaption(
  visitor: Visitor,
  { body, contentType }: CaptionRequest,
): Promise<number> {
  const headers = { prefer: "wait=30", "content-type": contentType };
  const started = performance.now();
  const response = await visitor.send("/captions", { method: "POST", headers, body });
  const answer = await response.text();
  const ms = performance.now() - started;
  if (response.status !== 201)
    throw new Error(`A caption was not made: ${response.status} ${answer}`);
  return ms;
}
