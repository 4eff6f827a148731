import { Worker } from "node:worker_threads";
import { createGate } from "../concurrency/gate.ts";
import type { HeicReply, HeicRequest } from "./heic-messages.ts";

export interface HeicDecoderConfig {
  /** How long one file may take, in milliseconds. @default 20000 */
  readonly deadlineMs?: number;
  /** How long an idle worker is kept, in milliseconds. @default 30000 */
  readonly idleMs?: number;
  /** The worker's program. @default heic.worker.ts */
  readonly program?: URL;
}

/**
 * Decodes HEIC in a WASM build of libheif, inside a worker thread that can be killed. There is one
 * worker, and one file in it at a time: its heap grows to the largest photo seen and never
 * shrinks, so it is started when needed and ended when idle.
 */
export function createHeicDecoder(config: HeicDecoderConfig = {}) {
  const { deadlineMs = 20_000, idleMs = 30_000 } = config;
  const program = config.program ?? new URL("./heic.worker.ts", import.meta.url);
  const oneAtATime = createGate(1);
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;

  function start(): Worker {
    // libheif prints what it thinks of a file; `stdout` and `stderr` keep that out of our log.
    const started = new Worker(program, {
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32 },
    });
    started.stdout.resume();
    started.stderr.resume();
    // One that dies while it rests is nobody's failure; the next file gets another.
    started.on("error", () => {});
    started.once("exit", () => {
      if (worker === started) worker = undefined;
    });
    return started;
  }

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  }

  function rest(resting: Worker): void {
    resting.unref();
    idle = setTimeout(() => void end(), idleMs).unref();
  }

  async function ask(request: HeicRequest, signal: AbortSignal | undefined): Promise<HeicReply> {
    clearTimeout(idle);
    worker ??= start();
    worker.ref();
    try {
      const reply = await answer(worker, request, deadlineMs, signal);
      if (reply.ok) rest(worker);
      // A file that broke libheif may have broken its heap for the files after it.
      else await end();
      return reply;
    } catch (error) {
      // Whatever it was doing, it may be doing it still.
      await end();
      throw error;
    }
  }

  return {
    /**
     * @throws the signal's reason when aborted; an Error if the worker dies or is too slow. What
     * is wrong with the file itself comes back as a reply with `ok: false`.
     */
    read(request: HeicRequest, signal?: AbortSignal): Promise<HeicReply> {
      return oneAtATime.run(() => ask(request, signal), signal);
    },
    /** Ends the worker; a later call to `read` starts another. */
    close: end,
  };
}

/** The worker's next message, or the reason why there will be none. */
function answer(
  worker: Worker,
  request: HeicRequest,
  deadlineMs: number,
  signal: AbortSignal | undefined,
): Promise<HeicReply> {
  const { promise, resolve, reject } = Promise.withResolvers<HeicReply>();
  const onAbort = () => reject(signal?.reason);
  const onExit = () => reject(new Error("the HEIC worker ended while it was decoding"));
  const deadline = setTimeout(
    () => reject(new Error(`the HEIC worker took more than ${deadlineMs} ms`)),
    deadlineMs,
  );
  worker.once("message", resolve).once("error", reject).once("exit", onExit);
  signal?.addEventListener("abort", onAbort, { once: true });
  worker.postMessage(request);
  return promise.finally(() => {
    clearTimeout(deadline);
    worker.off("message", resolve).off("error", reject).off("exit", onExit);
    signal?.removeEventListener("abort", onAbort);
  });
}

const decoder = createHeicDecoder();

/** Reads a HEIC file in this process's one HEIC worker; see `createHeicDecoder`. */
export const readHeic = decoder.read;

/** Ends the worker threads that photos were decoded in; for the end of the process. */
export const closePhotoWorkers = decoder.close;
