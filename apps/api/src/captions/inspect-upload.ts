import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import { openMedia } from "../media/open-media.ts";
import { inspectPhoto, inspectStart } from "../photo/inspect-photo.ts";
import type { CaptionRecord, UploadRecord } from "../ports/records.ts";
import { isMedia } from "../uploads/file-type.ts";
import { refuseUpload } from "../uploads/refuse-upload.ts";

/** Where a phone's photo has its header, with a thumbnail and a colour profile in it. */
const START_BYTES = 256 * 1024;

export type Measured = Pick<CaptionRecord, "width" | "height" | "seconds">;

/**
 * Looks at an upload's header before it is queued, so that what can never be captioned is refused
 * at once. A refused upload's bytes are deleted.
 * @throws AppError image_* as `inspectPhoto` does, media_* as `openMedia` does
 */
export async function inspectUpload(
  deps: Pick<Deps, "store" | "uploads" | "now" | "media" | "limits" | "withWorkFolder">,
  upload: UploadRecord,
): Promise<Measured> {
  try {
    return isMedia(upload.type) ? await inspectMedia(deps, upload) : await inspect(deps, upload);
  } catch (error) {
    if (error instanceof AppError && !error.retryable) await refuseUpload(deps, upload);
    throw error;
  }
}

async function inspect({ store }: Pick<Deps, "store">, { id, name, type }: UploadRecord) {
  const declared = { name, declaredType: type };
  const { width, height } =
    (type === "image/jpeg"
      ? await inspectStart(await store.readStart(id, START_BYTES), declared)
      : undefined) ?? (await inspectPhoto(await store.read(id), declared));
  return { width, height, seconds: null };
}

async function inspectMedia(
  deps: Pick<Deps, "store" | "media" | "limits" | "withWorkFolder">,
  upload: UploadRecord,
): Promise<Measured> {
  // What takes too long is stopped by the tools themselves.
  const { signal } = new AbortController();
  return deps.withWorkFolder(async (folder) => {
    const { facts } = await openMedia(deps, upload, { folder, signal });
    return {
      width: facts.picture?.width ?? null,
      height: facts.picture?.height ?? null,
      seconds: facts.seconds,
    };
  });
}
