import type { Caption } from "@caption-generator/schema";
import { isFinished } from "@caption-generator/schema";
import type { CaptionWithUpload } from "../ports/records.ts";
import { toReceipt } from "../uploads/to-upload.ts";

/** A caption as the API shows it: its outcome only once it is finished. */
export function toCaption({ caption, upload }: CaptionWithUpload): Caption {
  const finished = isFinished(caption.state);
  return {
    id: caption.id,
    state: caption.state,
    stage: caption.stage,
    options: caption.options,
    source: {
      uploadId: upload.id,
      name: upload.name,
      type: upload.type,
      bytes: upload.bytes,
      width: caption.width,
      height: caption.height,
      seconds: caption.seconds,
    },
    revisionOf: caption.revisionOf,
    model:
      caption.modelId === null
        ? null
        : { id: caption.modelId, onDevice: caption.onDevice ?? false },
    cached: caption.cached,
    result: finished ? caption.result : null,
    hearing: finished ? caption.hearing : null,
    problem: finished ? caption.problem : null,
    usage: caption.usage,
    receipt: toReceipt(upload),
    createdAt: caption.createdAt.toISOString(),
    finishedAt: caption.finishedAt?.toISOString() ?? null,
  };
}
