import { join } from "node:path";
import type { StoredPart } from "../../ports/part-store.ts";
import type { StoredObject } from "../../ports/stored-object.ts";
import { notAsListed } from "../part-errors.ts";
import { writeMeasured } from "../write-measured.ts";
import { openPart } from "./part-file.ts";
import { isMissing } from "./storage-error.ts";

/**
 * Writes the parts of a folder, one behind the other, to a file that is not there yet.
 * @throws AppError upload_incomplete where a part is missing or has another etag
 */
export async function joinParts(
  folder: string,
  parts: readonly Pick<StoredPart, "number" | "etag">[],
  path: string,
): Promise<StoredObject> {
  const { bytes, digest } = await writeMeasured(contents(folder, parts), path);
  return { bytes, sha256: digest.toString("hex") };
}

async function* contents(
  folder: string,
  parts: readonly Pick<StoredPart, "number" | "etag">[],
): AsyncGenerator<Uint8Array> {
  for (const { number, etag } of parts) {
    const part = await openPart(join(folder, String(number))).catch((error) => {
      throw isMissing(error) ? notAsListed(number, error) : error;
    });
    if (part.etag !== etag) {
      await part.close();
      throw notAsListed(number);
    }
    yield* part.content();
  }
}
