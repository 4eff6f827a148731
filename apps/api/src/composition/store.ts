import { join } from "node:path";
import { createDiskStore } from "../adapters/disk/object-store.ts";
import type { Env } from "../env.ts";
import type { ObjectStore } from "../ports/object-store.ts";
import { signPartUrl } from "../security/signed-part-url.ts";
import { signUploadUrl } from "../security/signed-url.ts";
import { bucketOf } from "./bucket.ts";
import { throughApi } from "./through-api.ts";

/**
 * The bucket that the environment names; otherwise a folder, behind URLs of the API.
 * @param urlKey what those URLs are signed with
 */
export async function createStore(env: Env, urlKey: string): Promise<ObjectStore> {
  const bucket = bucketOf(env);
  const ownUrls = {
    signUpload: signUploadUrl(urlKey, Date.now),
    signPart: signPartUrl(urlKey, Date.now),
  };
  if (bucket === undefined) {
    return createDiskStore({ dir: join(env.DATA_DIR, "uploads"), ...ownUrls });
  }
  // Only here: AWS's library takes a while to load, and one machine alone does not need it.
  const { createS3Store } = await import("../adapters/s3/object-store.ts");
  const store = await createS3Store({ ...bucket, spoolDir: join(env.DATA_DIR, "spool") });
  return env.S3_UPLOADS === "direct" ? store : throughApi(store, ownUrls);
}
