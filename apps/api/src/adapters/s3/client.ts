import { S3Client } from "@aws-sdk/client-s3";

export interface S3Config {
  readonly bucket: string;
  readonly region: string;
  /** Another server that speaks S3's language: an emulator, MinIO, R2. */
  readonly endpoint?: string;
  /** Whether the bucket is in the path and not in the host's name: what most other servers want. */
  readonly forcePathStyle: boolean;
  /** How many things S3 is asked to list at once, of which it never lists more than 1,000. @default 1000 */
  readonly pageSize?: number;
}

const CONNECT_MS = 3_000;
/** A connection on which nothing moves for so long is dead. S3 answers a slow completion with blanks meanwhile. */
const SILENT_MS = 30_000;
/** Captions under way at once, and the requests beside them. */
const SOCKETS = 128;

/** A client of S3 whose credentials come as AWS's own tools find them: variables, files, the task's role. */
export const createS3Client = ({ region, endpoint, forcePathStyle }: S3Config): S3Client =>
  new S3Client({
    region,
    forcePathStyle,
    ...(endpoint === undefined ? {} : { endpoint }),
    retryMode: "adaptive",
    maxAttempts: 3,
    // Otherwise a signed URL carries the checksum of no bytes, and refuses all others.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      socketTimeout: SILENT_MS,
      httpAgent: { maxSockets: SOCKETS, keepAlive: true },
      httpsAgent: { maxSockets: SOCKETS, keepAlive: true },
    },
  });
