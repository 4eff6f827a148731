import { toShown } from "../../lib/problem.ts";
import type { BegunUpload } from "./begin-upload.ts";
import { beginUpload } from "./begin-upload.ts";
import type { Persistence } from "./parts/persist.ts";
import { persist } from "./parts/persist.ts";
import { sendParts } from "./parts/send-parts.ts";
import type { UploadDeps } from "./upload-deps.ts";

/** A photo on its way to the service. */
export interface PhotoUpload {
  /** The upload's id, once the service has all its bytes. */
  readonly id: Promise<string>;
  /** Stops sending, and has the service delete what it got. */
  drop(): void;
}

export interface UploadNews {
  /** Called with the part of the photo that is sent, from 0 to 1. */
  readonly onProgress: (part: number) => void;
  /** Called where the connection is lost, and waited for. */
  readonly onLost: () => void;
}

/** Sends a photo, and goes on with what of it was sent before. */
export function uploadPhoto(deps: UploadDeps, photo: File, news: UploadNews): PhotoUpload {
  const { api, memory, wait } = deps;
  const controller = new AbortController();
  const { signal } = controller;
  const persistence: Persistence = { signal, wait, onLost: news.onLost };
  const begun = begin();
  const id = arrive();
  id.catch((error) => {
    // What was refused for good is refused again: nothing of it is worth keeping.
    if (!signal.aborted && !toShown(error).retryable) drop();
  });
  return { id, drop };

  async function begin(): Promise<{ readonly file: File; readonly upload: BegunUpload }> {
    const file = await deps.prepare(photo, signal);
    signal.throwIfAborted();
    return { file, upload: await beginUpload({ api, memory }, file) };
  }

  async function arrive(): Promise<string> {
    const { file, upload } = await begun;
    const { id: uploadId } = upload;
    signal.throwIfAborted();
    if (upload.kind === "whole") {
      await deps.send(file, upload.target, { onProgress: news.onProgress, signal });
      // Where the bytes go to a store of its own, the service learns only so that they are there.
      await api.completeUpload(uploadId);
    } else if (upload.kind === "parts") {
      const { plan, arrived } = upload;
      await sendParts(deps, { file, uploadId, plan, arrived, signal, ...news });
      await persist(() => api.completeUpload(uploadId), persistence);
    }
    return uploadId;
  }

  function drop() {
    // At once: the same file may be chosen again in this very moment, and is to be sent anew.
    memory.forget(photo);
    controller.abort(new Error("This photo is not wanted any more."));
    // Only once the sending has ended: nothing may arrive behind its deletion.
    id.catch(() => {})
      .then(() => begun)
      .then(({ file, upload }) => {
        memory.forget(file);
        return api.discardUpload(upload.id);
      })
      .catch(() => {});
  }
}
