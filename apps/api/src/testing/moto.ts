import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  CreateBucketCommand,
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { MOTO } from "./capabilities.ts";

const READY_WITHIN_MS = 60_000;
const ADDRESS = /Running on (http:\/\/127\.0\.0\.1:\d+)/u;

/** What the emulator is asked with: it takes any credentials. */
export const TEST_CREDENTIALS = { accessKeyId: "test", secretAccessKey: "test" } as const;

/** The settings of an API whose uploads are in the emulator, but for the bucket. */
export const s3Settings = (endpoint: string) => ({
  AWS_REGION: "us-east-1",
  S3_ENDPOINT: endpoint,
  S3_FORCE_PATH_STYLE: "true",
});

export interface StartedMoto {
  readonly url: string;
  /** For whatever a test wants to know or do in S3 that the product does not. */
  readonly client: S3Client;
  makeBucket(options: { readonly versions: boolean }): Promise<string>;
  /** The names of everything in a bucket: versions, the markers that hide them, and what is sent in parts. */
  list(bucket: string): Promise<string[]>;
  stop(): Promise<void>;
}

/** Starts an S3 of its own, in memory, on a free port. Needs the capability `moto`. */
export async function startMoto(): Promise<StartedMoto> {
  const server = spawn(MOTO, ["-H", "127.0.0.1", "-p", "0"], {
    env: { ...process.env, PYTHONUNBUFFERED: "1" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const orphan = () => server.kill("SIGKILL");
  process.once("exit", orphan);
  const url = await addressOf(server);
  const client = new S3Client({
    region: "us-east-1",
    endpoint: url,
    forcePathStyle: true,
    credentials: TEST_CREDENTIALS,
  });
  let buckets = 0;
  return {
    url,
    client,
    async makeBucket({ versions }) {
      buckets += 1;
      const Bucket = `uploads-${buckets}`;
      await client.send(new CreateBucketCommand({ Bucket }));
      if (versions) {
        const VersioningConfiguration = { Status: "Enabled" } as const;
        await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
      }
      return Bucket;
    },
    async list(Bucket) {
      const [objects, sent] = await Promise.all([
        client.send(new ListObjectVersionsCommand({ Bucket })),
        client.send(new ListMultipartUploadsCommand({ Bucket })),
      ]);
      const { Versions = [], DeleteMarkers = [] } = objects;
      return [...Versions, ...DeleteMarkers, ...(sent.Uploads ?? [])].map(({ Key }) => Key ?? "");
    },
    async stop() {
      process.off("exit", orphan);
      client.destroy();
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, "exit");
      server.kill("SIGKILL");
      await ended;
    },
  };
}

/** The address it prints once it listens. Later on it writes a line a request, which is read and let go. */
function addressOf(server: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`moto_server ${why}.\n${said}`));
    const timer = setTimeout(() => fail("did not start in time"), READY_WITHIN_MS);
    server.stderr?.on("data", (chunk: Buffer) => {
      if (said.length < 10_000) said += chunk.toString();
      const url = ADDRESS.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    });
    server.once("error", (error) => fail(error.message));
    server.once("exit", (code) => fail(`ended with code ${code}`));
  });
}
