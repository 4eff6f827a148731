import { mkdtemp, rm } from "node:fs/promises";
import type { Socket } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EICAR } from "./eicar.ts";

const REPLIES: Readonly<Record<string, string>> = {
  PING: "PONG",
  VERSION: "ClamAV 9.9.9/12345/Tue Nov 24 2026",
};

/** A clamd that knows PING, VERSION and INSTREAM, and one malware: the EICAR test file. */
export async function startFakeClamd() {
  const folder = await mkdtemp(join(tmpdir(), "fake-clamd-"));
  const socketPath = join(folder, "clamd.sock");
  const server = createServer((socket) => serve(socket));
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  return {
    socketPath,
    async stop() {
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function serve(socket: Socket) {
  let received = Buffer.alloc(0);
  socket.on("error", () => {});
  socket.on("data", (data) => {
    received = Buffer.concat([received, data]);
    const reply = replyTo(received);
    if (reply !== undefined) socket.end(`${reply}\0`);
  });
}

/** The answer to what came so far, once that is a whole command. */
function replyTo(received: Buffer): string | undefined {
  const end = received.indexOf(0);
  if (end === -1) return undefined;
  const command = received.toString("latin1", 1, end);
  if (command !== "INSTREAM") return REPLIES[command] ?? "UNKNOWN COMMAND";
  const body = readChunks(received.subarray(end + 1));
  if (body === undefined) return undefined;
  return body.includes(EICAR) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
}

/** The body, once the chunk of length 0 that ends it is there. */
function readChunks(received: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  let at = 0;
  while (at + 4 <= received.length) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
