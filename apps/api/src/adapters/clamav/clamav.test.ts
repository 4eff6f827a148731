import { mkdtempSync, rmSync } from "node:fs";
import type { Server, Socket } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { has, needing } from "../../testing/capabilities.ts";
import type { StartedClamd } from "../../testing/clamd.ts";
import { EICAR_SIGNATURE, startClamd } from "../../testing/clamd.ts";
import { EICAR } from "../../testing/eicar.ts";
import { findClamav } from "./find-clamav.ts";
import type { ClamavConfig } from "./index.ts";
import { connectClamav } from "./index.ts";

const live = () => new AbortController().signal;
const servers: Server[] = [];
const folders: string[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Something that listens like clamd, and answers INSTREAM as a test wants. */
async function listen(
  onStream: (socket: Socket) => void,
  replies: Partial<Record<string, string>> = {},
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "fake-clamd-"));
  folders.push(folder);
  const socketPath = join(folder, "clamd.sock");
  const answers = { PING: "PONG", VERSION: "ClamAV 9.9.9/12345/Tue Nov 24 2026", ...replies };
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", (data) => {
      const command = /^z([A-Z]+)\0/.exec(data.toString("latin1"))?.[1] ?? "";
      if (command === "INSTREAM") onStream(socket);
      else socket.end(`${answers[command as keyof typeof answers]}\0`);
    });
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(socketPath, listening));
  return socketPath;
}

const answering = (reply: string) => listen((socket) => socket.end(`${reply}\0`));
const scanWith = async (config: ClamavConfig, signal = live()) =>
  (await connectClamav(config)).scan(Buffer.from("harmless"), signal);

describe("the ClamAV scanner", () => {
  it("names the engine and its signatures", async () => {
    const scanner = await connectClamav({ socketPath: await answering("stream: OK") });
    expect(scanner).toMatchObject({
      active: true,
      note: "ClamAV 9.9.9 (signatures 12345) scans every upload.",
    });
  });

  it.each([
    ["stream: OK", { clean: true }],
    ["stream: Win.Test.EICAR_HDB-1 FOUND", { clean: false, signature: "Win.Test.EICAR_HDB-1" }],
  ])("reads %j", async (reply, verdict) => {
    expect(await scanWith({ socketPath: await answering(reply) })).toEqual(verdict);
  });

  it("takes an answer that it does not know for no verdict", async () => {
    const socketPath = await answering("stream: Can't allocate memory ERROR");
    await expect(scanWith({ socketPath })).rejects.toMatchObject({
      code: "scanner_unavailable",
      retryable: true,
      message: expect.not.stringContaining("allocate"),
    });
  });

  it("lets go of what it scans where clamd has heard enough", async () => {
    let open = false;
    async function* content() {
      open = true;
      try {
        for (;;) yield Buffer.alloc(64 * 1024);
      } finally {
        open = false;
      }
    }
    const socketPath = await answering("stream: Win.Test.EICAR_HDB-1 FOUND");
    const scanner = await connectClamav({ socketPath });
    expect(await scanner.scan(content(), live())).toMatchObject({ clean: false });
    await expect.poll(() => open).toBe(false);
  });

  it("fails where what it scans breaks off", async () => {
    async function* content() {
      yield Buffer.alloc(1);
      throw new Error("The disk is away.");
    }
    const scanner = await connectClamav({ socketPath: await listen(() => {}) });
    await expect(scanner.scan(content(), live())).rejects.toMatchObject({
      code: "scanner_unavailable",
      cause: { message: "The disk is away." },
    });
  });

  it("reports a connection that is lost while it scans, as worth another try", async () => {
    const socketPath = await listen((socket) => socket.destroy());
    await expect(scanWith({ socketPath })).rejects.toMatchObject({
      code: "scanner_unavailable",
      retryable: true,
    });
  });

  it("waits for an answer no longer than the deadline", async () => {
    const socketPath = await listen(() => {});
    await expect(scanWith({ socketPath, scanDeadlineMs: 30 })).rejects.toMatchObject({
      code: "scanner_unavailable",
      cause: expect.objectContaining({ message: "clamd did not answer INSTREAM within 30 ms" }),
    });
  });

  it("stops with the signal's reason while it waits", async () => {
    const abort = new AbortController();
    const reason = new Error("cancelled by the person");
    const socketPath = await listen(() => abort.abort(reason));
    await expect(scanWith({ socketPath }, abort.signal)).rejects.toBe(reason);
  });

  it("refuses to connect where nothing listens, naming the place", async () => {
    await expect(connectClamav({ socketPath: "/nowhere/clamd.sock" })).rejects.toMatchObject({
      code: "scanner_unavailable",
      message: expect.stringContaining("/nowhere/clamd.sock"),
    });
  });

  it("refuses to connect to something that is no clamd", async () => {
    const socketPath = await listen(() => {}, { PING: "HTTP/1.1 400 Bad Request" });
    await expect(connectClamav({ socketPath })).rejects.toMatchObject({
      code: "scanner_unavailable",
    });
  });
});

/** What answers does so within that time, on a busy machine too. */
const PATIENTLY_MS = 20_000;

describe("findClamav", () => {
  it("finds the first socket on which a clamd answers", async () => {
    const other = await listen(() => {}, { PING: "who is there?" });
    const clamd = await answering("stream: OK");
    expect(await findClamav(["/nowhere/clamd.ctl", other, clamd], PATIENTLY_MS)).toEqual({
      socketPath: clamd,
    });
  });

  it("finds nothing where nothing listens", async () => {
    expect(await findClamav(["/nowhere/clamd.ctl"])).toBeUndefined();
  });
});

describe.skipIf(!has("clamav"))(needing("clamav", "the ClamAV scanner, with a real clamd"), () => {
  let clamd: StartedClamd;

  beforeAll(async () => {
    clamd = await startClamd(["StreamMaxLength 1M"]);
  });
  afterAll(() => clamd.stop());

  const scan = async (bytes: Uint8Array) => (await connectClamav(clamd)).scan(bytes, live());

  it("names the version of its engine", async () => {
    expect((await connectClamav(clamd)).note).toMatch(
      /^ClamAV \d+\.\d+\.\d+.* scans every upload\.$/,
    );
  });

  it("passes what is harmless, of many chunks and of none", async () => {
    expect(await scan(Buffer.alloc(900_000, "harmless "))).toEqual({ clean: true });
    expect(await scan(new Uint8Array())).toEqual({ clean: true });
  });

  it("finds what is not, and names it", async () => {
    expect(await scan(EICAR)).toEqual({ clean: false, signature: EICAR_SIGNATURE });
  });

  it("finds it across the border of two chunks", async () => {
    const bytes = Buffer.alloc(200_000, "harmless ");
    EICAR.copy(bytes, 64 * 1024 - 30);
    expect(await scan(bytes)).toEqual({ clean: false, signature: EICAR_SIGNATURE });
  });

  it("says what to do about an upload that is larger than clamd takes", async () => {
    await expect(scan(Buffer.alloc(24 * 1024 ** 2))).rejects.toMatchObject({
      code: "upload_too_large",
      retryable: false,
      message: expect.stringContaining("24.0 MiB"),
    });
  });

  it("scans several at once, each with its own verdict", async () => {
    const verdicts = await Promise.all([scan(EICAR), scan(Buffer.from("harmless")), scan(EICAR)]);
    expect(verdicts.map(({ clean }) => clean)).toEqual([false, true, false]);
  });

  it("is found by its socket", async () => {
    expect(await findClamav([clamd.socketPath], PATIENTLY_MS)).toEqual({
      socketPath: clamd.socketPath,
    });
  });
});
