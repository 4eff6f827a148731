import { connect } from "node:net";
import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";

/** Where a clamd listens. */
export type ClamdAddress =
  | { readonly path: string }
  | { readonly host: string; readonly port: number };

export interface ClamdCommand {
  readonly command: "PING" | "VERSION" | "INSTREAM";
  /** What INSTREAM is to scan. */
  readonly body?: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  /** How long the whole exchange may take, in milliseconds. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
}

const CHUNK_BYTES = 64 * 1024;
const MAX_REPLY_CHARACTERS = 4_096;

/**
 * Sends clamd one command over a connection of its own, and gives its reply (see clamd(8): commands
 * with the prefix `z` and their replies end with a NUL).
 *
 * @throws the signal's reason when aborted; otherwise an Error that says how the connection failed.
 */
export async function askClamd(address: ClamdAddress, request: ClamdCommand): Promise<string> {
  const { command, body, deadlineMs, signal } = request;
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(address).setEncoding("utf8");
  const onAbort = () => reject(signal?.reason);
  signal?.addEventListener("abort", onAbort, { once: true });
  const deadline = setTimeout(
    () => reject(new Error(`clamd did not answer ${command} within ${deadlineMs} ms`)),
    deadlineMs,
  );
  let reply = "";
  socket.on("data", (text: string) => {
    reply += text;
    const end = reply.indexOf("\0");
    if (end !== -1) resolve(reply.slice(0, end));
    else if (reply.length > MAX_REPLY_CHARACTERS) reject(new Error("clamd's reply has no end"));
  });
  socket.on("error", reject);
  socket.on("close", () => reject(new Error("clamd closed the connection without an answer")));
  const sent = Readable.from(frames(command, body), { objectMode: false });
  // A body that breaks off ends the exchange; unheard, it would end the process.
  sent.on("error", reject).pipe(socket, { end: false });
  try {
    return await promise;
  } finally {
    clearTimeout(deadline);
    signal?.removeEventListener("abort", onAbort);
    socket.destroy();
    // A body that was not sent to its end lets go of its file.
    sent.destroy();
  }
}

/** Whether clamd ended a connection before it had been sent everything. */
export function hungUp(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && error.syscall === "write";
}

/** Whether a clamd listens at `address`. */
export async function answersPing(address: ClamdAddress, deadlineMs: number): Promise<boolean> {
  const reply = askClamd(address, { command: "PING", deadlineMs });
  return (await reply.catch(() => undefined)) === "PONG";
}

/** The command, then the body in chunks, each after its length, up to one of length 0. */
async function* frames(command: string, body: ClamdCommand["body"]): AsyncGenerator<Buffer> {
  yield Buffer.from(`z${command}\0`, "latin1");
  if (body === undefined) return;
  for await (const piece of body) {
    for (let at = 0; at < piece.length; at += CHUNK_BYTES) {
      const chunk = piece.subarray(at, at + CHUNK_BYTES);
      yield lengthOf(chunk);
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      // A clamd that has had enough answers and hangs up: a turn to read that, before we write on.
      await setImmediate();
    }
  }
  yield lengthOf(new Uint8Array());
}

function lengthOf(chunk: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return length;
}
