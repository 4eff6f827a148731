import type { Client } from "../../lib/api-client.ts";
import type { sendFile } from "../../lib/send-file.ts";
import { declare } from "./declare.ts";

export interface UploadDeps {
  readonly api: Pick<Client, "declareUpload" | "completeUpload" | "discardUpload">;
  readonly send: typeof sendFile;
}

/** A photo on its way to the service. */
export interface PhotoUpload {
  /** The upload's id, once the service has all its bytes. */
  readonly id: Promise<string>;
  /** Stops sending, and has the service delete what it got. */
  drop(): void;
}

export function uploadPhoto(
  { api, send }: UploadDeps,
  photo: File,
  onProgress: (part: number) => void,
): PhotoUpload {
  const controller = new AbortController();
  const { signal } = controller;
  const declared = api.declareUpload(declare(photo));
  const id = arrive();
  return { id, drop };

  async function arrive(): Promise<string> {
    const { upload, target } = await declared;
    signal.throwIfAborted();
    await send(photo, target, { onProgress, signal });
    // Where the bytes go to a store of its own, the service learns only so that they are there.
    await api.completeUpload(upload.id);
    return upload.id;
  }

  function drop() {
    controller.abort(new Error("This photo is not wanted any more."));
    // Only once the sending has ended: nothing may arrive behind its deletion.
    id.catch(() => {})
      .then(() => declared)
      .then(({ upload }) => api.discardUpload(upload.id))
      .catch(() => {});
  }
}
