import type { CaptionModel } from "../ports/caption-model.ts";
import type { ObjectStore } from "../ports/object-store.ts";
import type { Transcriber } from "../ports/transcriber.ts";
import { inSpan } from "./in-span.ts";

/** The model, each of whose captions is a span. */
export const tracedModel = (model: CaptionModel): CaptionModel => ({
  ...model,
  write: (request) =>
    inSpan("write captions", { "model.id": model.id }, () => model.write(request)),
});

/** The transcriber, each of whose transcripts is a span. */
export const tracedTranscriber = (transcriber: Transcriber): Transcriber => ({
  ...transcriber,
  transcribe: (request) => inSpan("transcribe", {}, () => transcriber.transcribe(request)),
});

/** The store, whose reading and deleting of whole objects are spans. */
export const tracedStore = (store: ObjectStore): ObjectStore => ({
  ...store,
  read: (key) => inSpan("read upload", {}, () => store.read(key)),
  readStart: (key, bytes) => inSpan("read upload", {}, () => store.readStart(key, bytes)),
  copyTo: (key, path) => inSpan("read upload", {}, () => store.copyTo(key, path)),
  delete: (key) => inSpan("delete upload", {}, () => store.delete(key)),
});
