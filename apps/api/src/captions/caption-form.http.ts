import type { Readable } from "node:stream";
import type { Caption } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import { refuseUpload } from "../uploads/refuse-upload.ts";
import { createCaption } from "./create-caption.ts";
import { receiveForm } from "./receive-form.http.ts";

/** Captions the photo of a form. A form that is refused leaves no photo behind. */
export async function captionForm(
  deps: Deps,
  input: {
    readonly sessionId: string;
    readonly contentType: string;
    readonly idempotencyKey: string | undefined;
    readonly body: Readable;
  },
): Promise<Caption> {
  const { upload, options } = await receiveForm(deps, input);
  const { idempotencyKey } = input;
  // A form that is sent again has another upload, but not another file.
  const subject = upload.sha256 ?? upload.id;
  try {
    return await createCaption(deps, { upload, options, subject, idempotencyKey });
  } catch (error) {
    await refuseUpload(deps, upload);
    throw error;
  }
}
