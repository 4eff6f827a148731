import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { GetObjectCommandInput } from "@aws-sdk/client-s3";
import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { ObjectStore } from "../../ports/object-store.ts";
import { alreadyHere, empty, notHere, sizeMismatch, tooLarge } from "../object-errors.ts";
import type { Bucket } from "./bucket.ts";
import { ask, openBucket, sizeOf } from "./bucket.ts";
import type { S3Config } from "./client.ts";
import { deleteVersions } from "./delete-versions.ts";
import { listStored } from "./list-stored.ts";
import { createS3PartStore } from "./part-store.ts";
import { isDenied, nameOf, s3Error } from "./s3-error.ts";
import { signTarget } from "./sign.ts";
import { openSpool } from "./spool.ts";

export interface S3StoreConfig extends S3Config {
  /** A folder of this process's own, for streams that come through the API. */
  readonly spoolDir: string;
}

/** Uploads as objects of a bucket on S3, or on what speaks its language, by their keys. */
export async function createS3Store(config: S3StoreConfig): Promise<ObjectStore> {
  const bucket = openBucket(config);
  const { client, name: Bucket } = bucket;
  const spooled = await openSpool(config.spoolDir);

  return {
    parts: createS3PartStore(bucket, spooled),
    size: (key) => sizeOf(bucket, key),
    signUpload: ({ key: Key, type: ContentType, bytes: ContentLength }) =>
      signTarget(bucket, { "content-type": ContentType }, (how) =>
        getSignedUrl(
          client,
          new PutObjectCommand({ Bucket, Key, ContentType, ContentLength }),
          how,
        ),
      ),

    put: (key, body, { maxBytes, exactBytes }) =>
      spooled(
        body,
        { maxBytes, tooLarge: () => tooLarge(maxBytes) },
        async ({ bytes, digest, content }) => {
          if (bytes === 0) throw empty();
          if (exactBytes !== undefined && bytes !== exactBytes) {
            throw sizeMismatch(exactBytes, bytes);
          }
          const command = new PutObjectCommand({
            ...{ Bucket, Key: key, Body: await content(), ContentLength: bytes },
            // Of two senders at once the second is refused.
            IfNoneMatch: "*",
          });
          await ask(bucket, "s3:PutObject", () => client.send(command)).catch((error) => {
            throw TAKEN.includes(nameOf(error)) ? alreadyHere(error) : error;
          });
          return { bytes, sha256: digest.toString("hex") };
        },
      ),

    read: (key) => readAll(bucket, key),
    readStart: (key, bytes) => readAll(bucket, key, { Range: `bytes=0-${bytes - 1}` }),

    async copyTo(key, path) {
      const body = await open(bucket, key);
      const file = createWriteStream(path, { flags: "wx", mode: 0o600 });
      await ask(bucket, READ, () => pipeline(body, file)).catch(async (error) => {
        await rm(path, { force: true });
        throw error;
      });
    },

    list: (prefix) => listStored(bucket, prefix),
    delete: (key) => deleteVersions(bucket, key),
  };
}

const READ = "s3:GetObject";
const TAKEN = ["PreconditionFailed", "ConditionalRequestConflict"];

async function readAll(bucket: Bucket, key: string, part: Part = {}): Promise<Buffer> {
  const body = await open(bucket, key, part);
  const chunks: Uint8Array[] = [];
  await ask(bucket, READ, async () => {
    for await (const chunk of body) chunks.push(chunk);
  });
  return Buffer.concat(chunks);
}

type Part = Pick<GetObjectCommandInput, "Range">;

/** @throws AppError upload_incomplete where there is no such object, storage_unavailable */
async function open(bucket: Bucket, Key: string, part: Part = {}): Promise<Readable> {
  const command = new GetObjectCommand({ Bucket: bucket.name, Key, ...part });
  try {
    const { Body } = await bucket.client.send(command);
    return Body as Readable;
  } catch (error) {
    if (nameOf(error) === "NoSuchKey") throw notHere(error);
    // A policy that wants a tag refuses what is not there, too.
    if (isDenied(error) && (await sizeOf(bucket, Key)) === undefined) throw notHere(error);
    throw s3Error(error, bucket.name, READ);
  }
}
