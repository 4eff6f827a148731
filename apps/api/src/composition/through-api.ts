import type { DiskStoreConfig } from "../adapters/disk/object-store.ts";
import type { ObjectStore } from "../ports/object-store.ts";

/** A store whose files come through the API: browsers are sent to the API's own URLs, and need to reach no other place. */
export const throughApi = (
  store: ObjectStore,
  { signUpload, signPart }: Pick<DiskStoreConfig, "signUpload" | "signPart">,
): ObjectStore => ({
  ...store,
  signUpload: async (request) => signUpload(request),
  parts: { ...store.parts, sign: async ({ key }, part) => signPart(key, part) },
});
