import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import { deleteBytes } from "./delete-bytes.ts";
import { findOwnUpload } from "./find-own-upload.ts";

/** Forgets an upload that was not used. @throws AppError upload_already_used */
export async function discardUpload(
  deps: Pick<Deps, "uploads" | "store" | "now">,
  input: { readonly sessionId: string; readonly id: string },
): Promise<void> {
  const upload = await findOwnUpload(deps, input);
  if (upload.state === "used") {
    throw new AppError({
      code: "upload_already_used",
      detail: `"${upload.name}" is being captioned. Cancel the caption instead.`,
    });
  }
  await deleteBytes(deps, upload);
  await deps.uploads.remove(upload.id);
}
