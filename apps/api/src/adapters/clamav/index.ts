import { AppError } from "../../errors/app-error.ts";
import type { ContentScanner, Scannable, ScanVerdict } from "../../ports/scanner.ts";
import type { ClamdAddress } from "./clamd.ts";
import { answersPing, askClamd, hungUp } from "./clamd.ts";

export interface ClamavConfig {
  /** The path of clamd's Unix socket. Either this or `host`. */
  readonly socketPath?: string;
  readonly host?: string;
  /** @default 3310 */
  readonly port?: number;
  /** How long one scan may take, in milliseconds. @default 60000 */
  readonly scanDeadlineMs?: number;
}

const DEFAULT_PORT = 3_310;
const GREETING_MS = 2_000;

/**
 * A scanner that sends each upload to a running clamd.
 *
 * @throws AppError scanner_unavailable where none answers; TypeError where the configuration names
 * no address.
 */
export async function connectClamav(config: ClamavConfig): Promise<ContentScanner> {
  const { scanDeadlineMs: deadlineMs = 60_000 } = config;
  const address = addressOf(config);
  const version = await greet(address).catch((error: unknown) => {
    throw unavailable(address, error);
  });
  return {
    active: true,
    judges: "content",
    note: `${describeVersion(version)} scans every upload.`,
    async scan(content, signal) {
      const sent = counted(content);
      const request = { command: "INSTREAM", body: sent.pieces, deadlineMs, signal } as const;
      const reply = await askClamd(address, request).catch(async (error: unknown) => {
        signal.throwIfAborted();
        // Over its size limit clamd answers and hangs up, and the answer may be lost with the
        // connection. One that has died does the same, but answers no PING.
        if (hungUp(error) && (await answersPing(address, GREETING_MS)))
          throw tooLarge(sent.bytes());
        throw unavailable(address, error);
      });
      return readVerdict(reply, sent.bytes(), address);
    },
  };
}

/** The content in pieces, and how much of it was asked for. */
function counted(content: Scannable) {
  if (content instanceof Uint8Array) return { pieces: [content], bytes: () => content.length };
  let bytes = 0;
  async function* pieces(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  return { pieces: pieces(content), bytes: () => bytes };
}

function addressOf({ socketPath, host, port = DEFAULT_PORT }: ClamavConfig): ClamdAddress {
  if (socketPath !== undefined) return { path: socketPath };
  if (host !== undefined) return { host, port };
  throw new TypeError("ClamAV needs the path of a socket, or a host");
}

/** @returns the reply to VERSION of a clamd that answers PING. */
async function greet(address: ClamdAddress): Promise<string> {
  const pong = await askClamd(address, { command: "PING", deadlineMs: GREETING_MS });
  if (pong !== "PONG") throw new Error(`something else than clamd answered: ${pong}`);
  return await askClamd(address, { command: "VERSION", deadlineMs: GREETING_MS });
}

/** `ClamAV 1.4.6/27810/Tue Nov 24 08:24:05 2026`: the engine, its signatures' number and date. */
function describeVersion(version: string): string {
  const [engine = "ClamAV", signatures] = version.split("/");
  return signatures === undefined ? engine : `${engine} (signatures ${signatures})`;
}

function readVerdict(reply: string, bytes: number, address: ClamdAddress): ScanVerdict {
  if (reply === "stream: OK") return { clean: true };
  const signature = /^stream: (.+) FOUND$/.exec(reply)?.[1];
  if (signature !== undefined) return { clean: false, signature };
  if (reply.startsWith("INSTREAM size limit exceeded")) throw tooLarge(bytes);
  throw unavailable(address, new Error(`clamd answered: ${reply}`));
}

function tooLarge(bytes: number): AppError {
  const megabytes = (bytes / 1024 ** 2).toFixed(1);
  return new AppError({
    code: "upload_too_large",
    detail: `The upload has ${megabytes} MiB or more, and the malware scanner does not take so much. Send a smaller copy, or raise StreamMaxLength in clamd.conf.`,
  });
}

function unavailable(address: ClamdAddress, cause: unknown): AppError {
  const where = "path" in address ? address.path : `${address.host}:${address.port}`;
  return new AppError({
    code: "scanner_unavailable",
    detail: `The malware scanner (ClamAV at ${where}) does not answer as it should, and nothing is used unscanned. Try again once it runs.`,
    retryable: true,
    cause,
  });
}
