import type { PartUrls } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import { closedUpload } from "./part-problems.ts";
import { findOwnParts, partOf } from "./parted-upload.ts";
import { toTarget } from "./to-upload.ts";

/**
 * Where to send some parts of an upload. URLs end soon; new ones can be had at any time.
 * @throws AppError upload_not_in_parts, upload_part_unknown, upload_already_used
 */
export async function signParts(
  deps: Pick<Deps, "uploads" | "store">,
  input: { readonly sessionId: string; readonly id: string; readonly numbers: readonly number[] },
): Promise<PartUrls> {
  const parted = await findOwnParts(deps, input);
  if (parted.upload.state !== "declared") throw closedUpload(parted.upload);
  const parts = input.numbers.map((number) => partOf(parted, number));
  const targets = await Promise.all(
    parts.map(async (part) => ({
      number: part.number,
      ...toTarget(await deps.store.parts.sign(parted.object, part)),
    })),
  );
  return { targets };
}
