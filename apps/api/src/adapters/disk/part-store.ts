import { randomUUID } from "node:crypto";
import { link, rm } from "node:fs/promises";
import { createTurns } from "../../concurrency/in-turn.ts";
import type { PartedObject, PartStore, PartToSend, StoredPart } from "../../ports/part-store.ts";
import type { StoredObject, UploadTarget } from "../../ports/stored-object.ts";
import { closed, wrongSize } from "../part-errors.ts";
import { writeMeasured } from "../write-measured.ts";
import { joinParts } from "./join-parts.ts";
import { sealPart, toEtag } from "./part-file.ts";
import type { PartFolders } from "./part-folders.ts";
import { createPartFolders } from "./part-folders.ts";
import { isTaken, storageError } from "./storage-error.ts";

/** Where whole objects lie. */
export interface WholeObjects {
  pathOf(key: string): string;
  size(key: string): Promise<number | undefined>;
}

export interface PartStoreConfig {
  /** Where the parts of each object have a folder. */
  readonly dir: string;
  /** Where files are written that have no name yet; on the same file system. */
  readonly incoming: string;
  /** Makes the URL under which the API takes a part. */
  readonly signPart: (key: string, part: PartToSend) => UploadTarget;
  readonly objects: WholeObjects;
}

/** Parts as files. */
export function createPartStore(config: PartStoreConfig): PartStore {
  const { dir, incoming, signPart, objects } = config;
  const folders = createPartFolders(dir, incoming);
  // An object is completed or aborted, whichever comes first.
  const inTurn = createTurns();
  return {
    async begin({ key }) {
      const multipartId = randomUUID();
      await folders.make({ key, multipartId }).catch((error) => {
        throw storageError(error);
      });
      return multipartId;
    },
    sign: async ({ key }, part) => signPart(key, part),
    put: (object, part, body) => putPart(folders, { object, part, body }),
    list: (object) => folders.list(object),
    complete: (object, parts) =>
      inTurn(object.multipartId, () => complete(folders, objects, { object, parts })),
    abort: (object) => inTurn(object.multipartId, () => folders.drop(object)),
  };
}

async function putPart(
  folders: PartFolders,
  {
    object,
    part,
    body,
  }: {
    readonly object: PartedObject;
    readonly part: PartToSend;
    readonly body: AsyncIterable<Uint8Array>;
  },
): Promise<StoredPart> {
  if (!(await folders.isOpen(object))) throw closed();
  const file = folders.newFile(object.key);
  try {
    const limit = { maxBytes: part.bytes, tooLarge: () => wrongSize(part, "more") };
    const { bytes, digest } = await writeMeasured(body, file, limit);
    if (bytes !== part.bytes) throw wrongSize(part, String(bytes));
    await sealPart(file, digest);
    await folders.seat(file, object, part.number);
    return { number: part.number, bytes, etag: toEtag(digest) };
  } catch (error) {
    throw storageError(error, `all of part ${part.number}`);
  } finally {
    await rm(file, { force: true });
  }
}

async function complete(
  folders: PartFolders,
  { pathOf, size }: WholeObjects,
  {
    object,
    parts,
  }: {
    readonly object: PartedObject;
    readonly parts: readonly Pick<StoredPart, "number" | "etag">[];
  },
): Promise<StoredObject> {
  if (!(await folders.isOpen(object))) {
    const bytes = await size(object.key);
    if (bytes === undefined) throw closed();
    return { bytes, sha256: null };
  }
  const whole = folders.newFile(object.key);
  try {
    const stored = await joinParts(folders.pathOf(object), parts, whole);
    // The name is taken where a process was killed before it had dropped the parts.
    await link(whole, pathOf(object.key)).catch((error) => {
      if (!isTaken(error)) throw error;
    });
    await folders.drop(object);
    return stored;
  } catch (error) {
    throw storageError(error);
  } finally {
    await rm(whole, { force: true });
  }
}
