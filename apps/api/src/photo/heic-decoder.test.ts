import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { rotateHeic, withAnotherPrimary } from "../testing/heic-transform.ts";
import { SOON } from "../testing/soon.ts";
import type { HeicDecoderConfig } from "./heic-decoder.ts";
import { createHeicDecoder } from "./heic-decoder.ts";

const bytes = readFileSync(new URL("../testing/photos/four-colours.heic", import.meta.url));
const request = { bytes, decodeUpTo: 1_000_000 };

/** A worker program given as source, in place of the real one. */
const program = (source: string) => new URL(`data:text/javascript,${encodeURIComponent(source)}`);

const decoders: { close(): Promise<void> }[] = [];
function decoderWith(config: HeicDecoderConfig = {}) {
  const decoder = createHeicDecoder(config);
  decoders.push(decoder);
  return decoder;
}
afterEach(async () => {
  await Promise.all(decoders.splice(0).map((decoder) => decoder.close()));
});

describe("a HEIC decoder", () => {
  it("gives the header alone when no pixels are asked for", async () => {
    const reply = await decoderWith().read({ bytes, decodeUpTo: 0 });
    expect(reply).toEqual({ ok: true, width: 160, height: 120, images: 1 });
  });

  it("gives four bytes a pixel, and leaves the caller's bytes usable", async () => {
    const reply = await decoderWith().read(request);
    expect(reply).toMatchObject({ ok: true, width: 160, height: 120 });
    expect(reply.ok && reply.pixels?.length).toBe(160 * 120 * 4);
    expect(bytes.length).toBeGreaterThan(0);
  });

  it("reads the picture that the file says it is of, where it holds several", async () => {
    const turned = rotateHeic(bytes, 1);
    expect(await decoderWith().read({ bytes: turned, decodeUpTo: 0 })).toMatchObject({
      width: 120,
      height: 160,
    });
    const reply = await decoderWith().read({ ...request, bytes: withAnotherPrimary(turned) });
    expect(reply).toMatchObject({ ok: true, width: 160, height: 120, images: 2 });
    expect(reply.ok && reply.pixels?.length).toBe(160 * 120 * 4);
  });

  it("does not decode a picture of more pixels than allowed", async () => {
    const reply = await decoderWith().read({ bytes, decodeUpTo: 160 * 120 - 1 });
    expect(reply).toEqual({ ok: true, width: 160, height: 120, images: 1 });
  });

  it("says so when a file is no HEIC, and reads the next one", async () => {
    const decoder = decoderWith();
    const broken = await decoder.read({ ...request, bytes: Buffer.from("no picture at all") });
    expect(broken.ok).toBe(false);
    expect((await decoder.read(request)).ok).toBe(true);
  });

  it("ends a worker that does not answer within the deadline", async () => {
    const decoder = decoderWith({ deadlineMs: 50, program: program("setInterval(() => {}, 1e6)") });
    await expect(decoder.read(request)).rejects.toThrow("more than 50 ms");
  });

  it("ends a worker that hangs in a loop when the caller aborts", async () => {
    const decoder = decoderWith({ program: program("for (;;);") });
    const abort = new AbortController();
    const reading = decoder.read(request, abort.signal);
    abort.abort(new Error("cancelled"));
    await expect(reading).rejects.toThrow("cancelled");
  });

  it("reports a worker that dies, instead of waiting for it", async () => {
    const decoder = decoderWith({ program: program("process.exit(3)") });
    await expect(decoder.read(request)).rejects.toThrow("ended while it was decoding");
  });

  it("starts another worker after one that died at rest", async () => {
    const dying = `
      import { parentPort } from "node:worker_threads";
      parentPort.once("message", () => {
        parentPort.postMessage({ ok: true, width: 1, height: 1, images: 1 });
        setTimeout(() => { throw new Error("late") });
      });`;
    const decoder = decoderWith({ program: program(dying) });
    expect((await decoder.read(request)).ok).toBe(true);
    await setTimeout(200);
    // A read that comes while it is dying fails with it; the next one does not.
    await vi.waitFor(async () => expect((await decoder.read(request)).ok).toBe(true), SOON);
  });

  it("works on after it was closed", async () => {
    const decoder = decoderWith();
    await decoder.read(request);
    await decoder.close();
    expect((await decoder.read(request)).ok).toBe(true);
  });

  it("serves callers that come at once, each with its own answer", async () => {
    const decoder = decoderWith();
    const replies = await Promise.all([
      decoder.read({ bytes, decodeUpTo: 0 }),
      decoder.read(request),
      decoder.read({ ...request, bytes: Buffer.from("nothing") }),
    ]);
    expect(replies.map((reply) => (reply.ok ? reply.pixels?.length : "broken"))).toEqual([
      undefined,
      160 * 120 * 4,
      "broken",
    ]);
  });
});
