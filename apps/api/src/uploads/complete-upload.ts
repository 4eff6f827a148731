import type { Upload } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import { findOwnUpload } from "./find-own-upload.ts";
import { requireArrived } from "./require-arrived.ts";
import { toUpload } from "./to-upload.ts";

/**
 * Notes that a client has sent all bytes, and puts them together where they came in parts. What is
 * complete already stays as it is.
 * @throws AppError as `requireArrived` does
 */
export async function completeUpload(
  deps: Pick<Deps, "uploads" | "store" | "now">,
  input: { readonly sessionId: string; readonly id: string },
): Promise<Upload> {
  const upload = await findOwnUpload(deps, input);
  return toUpload(await requireArrived(deps, upload));
}
