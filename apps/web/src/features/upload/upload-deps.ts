import type { Client } from "../../lib/api-client.ts";
import type { SendPartsDeps } from "./parts/send-parts.ts";
import type { UploadMemory } from "./parts/upload-memory.ts";

/** What sending a photo stands on. */
export interface UploadDeps extends SendPartsDeps {
  readonly api: Pick<
    Client,
    "declareUpload" | "completeUpload" | "discardUpload" | "partUrls" | "arrivedParts"
  >;
  readonly memory: UploadMemory;
  /** Makes of a file what is sent of it. @throws the signal's reason, and nothing else */
  readonly prepare: (file: File, signal: AbortSignal) => Promise<File>;
}
