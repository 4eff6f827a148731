import type { CaptionOptionsInput } from "@caption-generator/schema";
import type { ShownProblem } from "../../lib/problem.ts";
import { toShown } from "../../lib/problem.ts";
import type { PhotoUpload } from "./photo-upload.ts";
import { uploadPhoto } from "./photo-upload.ts";
import type { UploadDeps } from "./upload-deps.ts";

export type UploadEvent =
  | {
      readonly type: "sending";
      readonly part: number;
      /** True while the connection is lost, and waited for. */
      readonly lost: boolean;
    }
  | { readonly type: "sent" }
  | { readonly type: "unsent"; readonly problem: ShownProblem };

/** Keeps the one photo in hand on its way to the service, and there until a caption takes it. */
export interface UploadDesk {
  /** Sends a photo, so that it is there when captions are asked for. */
  begin(photo: File): void;
  /** The id of an upload that a caption with these options can be asked of. */
  take(photo: File, options: CaptionOptionsInput, signal: AbortSignal): Promise<string>;
  /** Notes that a caption has taken this upload. */
  spend(id: string): void;
  /** Lets go of the photo, here and at the service. */
  forget(): void;
}

interface Held {
  readonly upload: PhotoUpload;
  id: string | null;
  /** With which options a caption was asked of it, whatever became of that. */
  asked: string | null;
}

export function createUploadDesk(
  deps: UploadDeps,
  report: (event: UploadEvent) => void,
): UploadDesk {
  let held: Held | null = null;
  return { begin, take, spend, forget };

  function begin(photo: File): Held {
    forget();
    let sent = 0;
    const tell = (lost: boolean) => {
      if (held === mine) report({ type: "sending", part: sent, lost });
    };
    const onProgress = (part: number) => {
      sent = part;
      tell(false);
    };
    const upload = uploadPhoto(deps, photo, { onProgress, onLost: () => tell(true) });
    const mine: Held = { upload, id: null, asked: null };
    held = mine;
    onProgress(0);
    mine.upload.id.then(
      (id) => {
        mine.id = id;
        if (held === mine) report({ type: "sent" });
      },
      (error) => {
        if (held !== mine) return;
        held = null;
        report({ type: "unsent", problem: toShown(error) });
      },
    );
    return mine;
  }

  async function take(photo: File, options: CaptionOptionsInput, signal: AbortSignal) {
    const wanted = JSON.stringify(options);
    // The answer to an earlier question may have been lost: the upload may have a caption already.
    if (held !== null && held.asked !== null && held.asked !== wanted) forget();
    const taken = held ?? begin(photo);
    const id = await taken.upload.id;
    signal.throwIfAborted();
    taken.asked = wanted;
    return id;
  }

  function spend(id: string) {
    if (held?.id === id) held = null;
  }

  function forget() {
    const dropped = held;
    held = null;
    dropped?.upload.drop();
  }
}
