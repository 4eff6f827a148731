import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { createTurns } from "../../concurrency/in-turn.ts";
import { AppError } from "../../errors/app-error.ts";
import type { PartedObject, PartStore, StoredPart } from "../../ports/part-store.ts";
import type { StoredObject } from "../../ports/stored-object.ts";
import { closed, notAllAsListed, wrongSize } from "../part-errors.ts";
import type { Bucket } from "./bucket.ts";
import { ask, sizeOf } from "./bucket.ts";
import { listParts } from "./list-parts.ts";
import { nameOf } from "./s3-error.ts";
import { signTarget } from "./sign.ts";
import type { Spool } from "./spool.ts";

const SEND = "s3:PutObject";
const ABORT = "s3:AbortMultipartUpload";

const isClosed = (error: unknown) => nameOf(error) === "NoSuchUpload";

/** Objects in parts, as S3 itself has them. */
export function createS3PartStore(bucket: Bucket, spooled: Spool): PartStore {
  const { client, name: Bucket } = bucket;
  const named = ({ key, multipartId }: PartedObject) =>
    ({ Bucket, Key: key, UploadId: multipartId }) as const;
  // An object is completed or aborted, whichever comes first.
  const inTurn = createTurns();

  return {
    async begin({ key, type }) {
      const command = new CreateMultipartUploadCommand({ Bucket, Key: key, ContentType: type });
      const { UploadId } = await ask(bucket, SEND, () => client.send(command));
      if (UploadId === undefined) throw new Error("S3 gave no name to an upload in parts.");
      return UploadId;
    },

    sign: (object, { number: PartNumber, bytes: ContentLength }) =>
      signTarget(bucket, {}, (how) => {
        const command = new UploadPartCommand({ ...named(object), PartNumber, ContentLength });
        return getSignedUrl(client, command, how);
      }),

    put: (object, part, body) =>
      spooled(
        body,
        {
          maxBytes: part.bytes,
          tooLarge: () => wrongSize(part, "more"),
          what: `all of part ${part.number}`,
        },
        async ({ bytes, content }) => {
          if (bytes !== part.bytes) throw wrongSize(part, String(bytes));
          const command = new UploadPartCommand({
            ...named(object),
            ...{ PartNumber: part.number, Body: await content(), ContentLength: bytes },
          });
          const { ETag = "" } = await openOnly(ask(bucket, SEND, () => client.send(command)));
          return { number: part.number, bytes, etag: ETag };
        },
      ),

    list: (object) => openOnly(listParts(bucket, named(object))),

    complete: (object, parts) =>
      inTurn(object.multipartId, () => complete(bucket, { object, parts })),

    abort: (object) =>
      inTurn(object.multipartId, async () => {
        const command = new AbortMultipartUploadCommand(named(object));
        await ask(bucket, ABORT, () => client.send(command)).catch((error) => {
          if (!isClosed(error)) throw error;
        });
      }),
  };
}

/** @throws AppError upload_already_used where S3 knows no such upload (any more) */
const openOnly = <T>(answer: Promise<T>): Promise<T> =>
  answer.catch((error) => {
    throw isClosed(error) ? closed(error) : error;
  });

async function complete(
  bucket: Bucket,
  {
    object: { key, multipartId },
    parts,
  }: {
    readonly object: PartedObject;
    readonly parts: readonly Pick<StoredPart, "number" | "etag">[];
  },
): Promise<StoredObject> {
  const command = new CompleteMultipartUploadCommand({
    ...{ Bucket: bucket.name, Key: key, UploadId: multipartId },
    MultipartUpload: {
      Parts: parts.map(({ number, etag }) => ({ PartNumber: number, ETag: etag })),
    },
  });
  await ask(bucket, SEND, () => bucket.client.send(command)).catch((error) => {
    const name = nameOf(error);
    if (name === "InvalidPart" || name === "InvalidPartOrder") throw notAllAsListed(error);
    if (name === "EntityTooSmall") throw tooSmall(error);
    // It was completed before, and only the answer was lost; or it was aborted, and there is no object.
    if (!isClosed(error)) throw error;
  });
  const bytes = await sizeOf(bucket, key);
  if (bytes === undefined) throw closed();
  return { bytes, sha256: null };
}

const tooSmall = (cause: unknown) =>
  new AppError({
    code: "upload_size_mismatch",
    detail: "A part has fewer than 5 MiB and is not the last. Send the parts as they were planned.",
    cause,
  });
