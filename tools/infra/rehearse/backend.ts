import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readLockAttribute, readObject } from "./emulated-aws.ts";
import type { StateFile } from "./state-file.ts";

/** Where a stack keeps its state and its lock. */
export interface Backend {
  readonly bucket: string;
  readonly key: string;
  readonly dynamodb_table: string;
}

/** What Terraform writes into a lock: who holds it, and since when. */
export interface LockInfo {
  readonly ID: string;
  readonly Operation: string;
  readonly Who: string;
  readonly Created: string;
}

/** Reads the backend that a synthesized stack names. */
export async function readBackend(folder: string): Promise<Backend> {
  const text = await readFile(join(folder, "cdk.tf.json"), "utf8");
  return (JSON.parse(text) as { terraform: { backend: { s3: Backend } } }).terraform.backend.s3;
}

/** The lock as it is now; undefined when nobody holds it. */
export async function readLock(emulator: string, backend: Backend): Promise<LockInfo | undefined> {
  const { bucket, key, dynamodb_table: table } = backend;
  const info = await readLockAttribute(emulator, table, `${bucket}/${key}`, "Info");
  return info === undefined ? undefined : (JSON.parse(info) as LockInfo);
}

/** The state as it is kept now, with the way it is kept; undefined before the first deployment. */
export async function readState(emulator: string, { bucket, key }: Backend) {
  const object = await readObject(emulator, bucket, key);
  return object && { ...object, state: JSON.parse(object.text) as StateFile };
}
