import { randomUUID } from "node:crypto";
import { copyFile, link, mkdir, open, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ObjectStore, SignUpload } from "../../ports/object-store.ts";
import type { UploadTarget } from "../../ports/stored-object.ts";
import { empty, notHere, sizeMismatch, tooLarge } from "../object-errors.ts";
import { writeMeasured } from "../write-measured.ts";
import { listStored } from "./list-stored.ts";
import type { PartStoreConfig } from "./part-store.ts";
import { createPartStore } from "./part-store.ts";
import { isMissing, storageError } from "./storage-error.ts";

export interface DiskStoreConfig {
  readonly dir: string;
  /** Makes the URL under which the API takes the bytes. */
  readonly signUpload: (request: SignUpload) => UploadTarget;
  readonly signPart: PartStoreConfig["signPart"];
}

/** Uploads as files in a folder, named by their keys; a file is there whole or not at all. */
export async function createDiskStore(config: DiskStoreConfig): Promise<ObjectStore> {
  const { dir, signUpload, signPart } = config;
  // Whatever a killed process was still writing has no name yet; a fresh folder forgets it.
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const incoming = join(dir, "incoming");
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true });
  const parts = join(dir, "parts");
  await mkdir(parts, { recursive: true });
  const pathOf = (key: string) => join(dir, key);

  async function size(key: string) {
    try {
      return (await stat(pathOf(key))).size;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw storageError(error);
    }
  }

  return {
    parts: createPartStore({ dir: parts, incoming, signPart, objects: { pathOf, size } }),
    size,
    signUpload: async (request) => signUpload(request),

    async put(key, body, { maxBytes, exactBytes }) {
      const partial = join(incoming, `${key}.${randomUUID()}`);
      try {
        const limit = { maxBytes, tooLarge: () => tooLarge(maxBytes) };
        const { bytes, digest } = await writeMeasured(body, partial, limit);
        if (bytes === 0) throw empty();
        if (exactBytes !== undefined && bytes !== exactBytes) throw sizeMismatch(exactBytes, bytes);
        // A link, where a rename would replace: of two senders to one URL the second is refused.
        await link(partial, pathOf(key));
        return { bytes, sha256: digest.toString("hex") };
      } catch (error) {
        throw storageError(error);
      } finally {
        await rm(partial, { force: true });
      }
    },

    async read(key) {
      try {
        return await readFile(pathOf(key));
      } catch (error) {
        throw isMissing(error) ? notHere(error) : storageError(error);
      }
    },

    async readStart(key, bytes) {
      try {
        await using file = await open(pathOf(key));
        const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
        return buffer.subarray(0, bytesRead);
      } catch (error) {
        throw isMissing(error) ? notHere(error) : storageError(error);
      }
    },

    async copyTo(key, path) {
      try {
        // A second name for the same bytes: no copy of half a gigabyte.
        await link(pathOf(key), path).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== "EXDEV" && error.code !== "EPERM") throw error;
          return copyFile(pathOf(key), path);
        });
      } catch (error) {
        throw isMissing(error) ? notHere(error) : storageError(error);
      }
    },

    list: (prefix) => listStored({ objects: dir, parts }, prefix),

    async delete(key) {
      const bytes = await size(key);
      if (bytes === undefined) return { versions: 0, bytes: 0 };
      await rm(pathOf(key), { force: true });
      return { versions: 1, bytes };
    },
  };
}
