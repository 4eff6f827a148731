import { GetObjectTaggingCommand } from "@aws-sdk/client-s3";
import { AppError } from "../../errors/app-error.ts";
import type { ScanVerdict, StoreScanner } from "../../ports/scanner.ts";
import { sleep } from "../../retry/sleep.ts";
import { notHere } from "../object-errors.ts";
import type { Bucket } from "./bucket.ts";
import { ask, openBucket } from "./bucket.ts";
import type { S3Config } from "./client.ts";
import { nameOf } from "./s3-error.ts";

/** The tag that is GuardDuty's verdict. */
const TAG = "GuardDutyMalwareScanStatus";

/** Why there is no verdict, by the tag's value. */
const NOT_SCANNED: ReadonlyMap<string, string> = new Map([
  ["UNSUPPORTED", "it is of a kind that the scanner cannot open, as with a password"],
  ["ACCESS_DENIED", "the scanner may not read it"],
  ["FAILED", "the scanner failed"],
]);

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

export interface GuardDutyConfig extends S3Config {
  /** How long a verdict is waited for, in milliseconds. GuardDuty mostly takes seconds. @default 300000 */
  readonly waitMs?: number;
}

/** Takes GuardDuty's verdict on an object from the tag that it puts there. */
export function createGuardDutyScanner(config: GuardDutyConfig): StoreScanner {
  const { waitMs = 300_000 } = config;
  const bucket = openBucket(config);
  return {
    active: true,
    judges: "stored",
    note: "Amazon GuardDuty scans every upload before anything reads it.",
    async scan(key, signal) {
      const deadline = performance.now() + waitMs;
      for (let wait = FIRST_WAIT_MS; ; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
        signal.throwIfAborted();
        const status = await statusOf(bucket, key);
        if (status !== undefined) return toVerdict(status);
        if (performance.now() + wait > deadline) throw noVerdict();
        await sleep(wait, signal);
      }
    },
  };
}

async function statusOf(bucket: Bucket, Key: string): Promise<string | undefined> {
  const command = new GetObjectTaggingCommand({ Bucket: bucket.name, Key });
  const { TagSet = [] } = await ask(bucket, "s3:GetObjectTagging", () =>
    bucket.client.send(command),
  ).catch((error) => {
    throw nameOf(error) === "NoSuchKey" ? notHere(error) : error;
  });
  return TagSet.find(({ Key: name }) => name === TAG)?.Value;
}

/** @throws AppError scan_not_possible */
function toVerdict(status: string): ScanVerdict {
  if (status === "NO_THREATS_FOUND") return { clean: true };
  if (status === "THREATS_FOUND") return { clean: false, signature: "malware" };
  const why = NOT_SCANNED.get(status) ?? `the scanner says ${status}`;
  throw new AppError({
    code: "scan_not_possible",
    detail: `The file could not be scanned for malware: ${why}. Nothing is used unscanned; send another copy of it.`,
  });
}

const noVerdict = () =>
  new AppError({
    code: "scanner_unavailable",
    detail:
      "The malware scanner (Amazon GuardDuty) has not judged the file in time, and nothing is used unscanned. Try again later.",
    retryable: true,
  });
