import { randomUUID } from "node:crypto";
import { access, mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { PartedObject, StoredPart } from "../../ports/part-store.ts";
import { closed } from "../part-errors.ts";
import { openPart } from "./part-file.ts";
import { isMissing, storageError } from "./storage-error.ts";

export type PartFolders = ReturnType<typeof createPartFolders>;

const folderName = ({ key, multipartId }: PartedObject) => `${key}.${multipartId}`;

/** Whose parts a folder of this name has; undefined for a name that is no such folder's. */
export function parseFolderName(name: string): PartedObject | undefined {
  const dot = name.lastIndexOf(".");
  return dot < 1 ? undefined : { key: name.slice(0, dot), multipartId: name.slice(dot + 1) };
}

/**
 * A folder in `dir` for the parts of each object, which takes parts for as long as its folder is there.
 * What ends that moves the folder away before it deletes it: nothing arrives behind it.
 * @param incoming where files are written that have no name yet; on the same file system
 */
export function createPartFolders(dir: string, incoming: string) {
  const newFile = (key: string) => join(incoming, `${key}.${randomUUID()}`);
  const pathOf = (object: PartedObject) => join(dir, folderName(object));
  const partOf = (object: PartedObject, number: number) => join(pathOf(object), String(number));

  return {
    newFile,
    pathOf,

    make: (object: PartedObject) => mkdir(pathOf(object)),

    isOpen: (object: PartedObject) =>
      access(pathOf(object)).then(
        () => true,
        () => false,
      ),

    /** Gives a file its name as a part, in place of an earlier one. @throws AppError upload_already_used */
    async seat(file: string, object: PartedObject, number: number) {
      await rename(file, partOf(object, number)).catch((error) => {
        throw isMissing(error) ? closed(error) : error;
      });
    },

    async list(object: PartedObject): Promise<StoredPart[]> {
      try {
        const numbers = (await readdir(pathOf(object))).map(Number).sort((a, b) => a - b);
        const parts: StoredPart[] = [];
        for (const number of numbers) {
          const { bytes, etag, close } = await openPart(partOf(object, number));
          await close();
          parts.push({ number, bytes, etag });
        }
        return parts;
      } catch (error) {
        throw isMissing(error) ? closed(error) : storageError(error);
      }
    },

    async drop(object: PartedObject) {
      const away = newFile(object.key);
      try {
        await rename(pathOf(object), away);
        await rm(away, { recursive: true, force: true });
      } catch (error) {
        if (!isMissing(error)) throw storageError(error);
      }
    },
  };
}
