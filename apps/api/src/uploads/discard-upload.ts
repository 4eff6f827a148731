import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import { findOwnUpload } from "./find-own-upload.ts";
import { removeUnused } from "./remove-unused.ts";

/** Forgets an upload that was not used. @throws AppError upload_already_used */
export async function discardUpload(
  deps: Pick<Deps, "uploads" | "store" | "now">,
  input: { readonly sessionId: string; readonly id: string },
): Promise<void> {
  const upload = await findOwnUpload(deps, input);
  if (await removeUnused(deps, upload)) return;
  if ((await deps.uploads.find(upload.id))?.state === "used") {
    throw new AppError({
      code: "upload_already_used",
      detail: `"${upload.name}" is being captioned. Cancel the caption instead.`,
    });
  }
}
