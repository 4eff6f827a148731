import type { ArrivedParts } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import { findOwnParts } from "./parted-upload.ts";
import { noteArrived } from "./require-arrived.ts";
import { toUpload } from "./to-upload.ts";

/** What of an upload in parts has arrived, for a client that goes on with it. @throws AppError upload_not_in_parts */
export async function listParts(
  deps: Pick<Deps, "uploads" | "store" | "now">,
  input: { readonly sessionId: string; readonly id: string },
): Promise<ArrivedParts> {
  const { upload, object, plan } = await findOwnParts(deps, input);
  const noted = await noteArrived(deps, upload);
  const arrived = noted.state === "declared" ? await deps.store.parts.list(object) : [];
  return { upload: toUpload(noted), parts: plan, arrived: [...arrived] };
}
