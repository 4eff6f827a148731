import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

export interface ToolRun {
  /** Its full path. */
  readonly program: string;
  readonly args: readonly string[];
  readonly signal: AbortSignal;
  /** How long it may take; for one that yields, with all processors to itself. */
  readonly deadlineMs: number;
  /** True for what takes long: it then has the smallest share of the processors, and waits for its turn. */
  readonly yields: boolean;
  /** More output than this ends the run. @default 64 MiB */
  readonly maxOutputBytes?: number;
  /** The address space it may take, in KiB. @default 3 GiB: 8K video fits, a decoder that runs wild does not */
  readonly memoryKib?: number;
}

export type ToolResult =
  | { readonly kind: "done"; readonly stdout: Buffer; readonly stderr: string }
  | { readonly kind: "failed"; readonly stderr: string }
  | { readonly kind: "timeout" };

const DEFAULT_MEMORY_KIB = 3 * 1024 * 1024;
const DEFAULT_OUTPUT = 64 * 1024 * 1024;
/**
 * Linux shares processors out among sessions before it looks at priorities within them, and `detached` makes a
 * session of each run: eight of those would leave the API a ninth of one. The smallest share is all of a machine
 * that does nothing else; with a tenth of the usual one the API waited twice as long. Where there is no such thing,
 * nothing happens.
 */
const YIELD = "{ echo 19 > /proc/self/autogroup; } 2>/dev/null;";
const STDERR_BYTES = 256 * 1024;

/**
 * How long one that yields may take, with all that it waits for its turn: it might be stuck. A caption's job, which
 * runs three of them, has two hours, and a video of the usual limit takes half an hour of one.
 */
const longestMs = (deadlineMs: number) => Math.min(10 * deadlineMs, deadlineMs + 540_000);

/** Seconds of processors, of all its threads together, after which the system kills it. */
const cpuSeconds = (deadlineMs: number) => Math.ceil((deadlineMs / 1_000) * availableParallelism());

/**
 * Runs a program that may hang, eat memory or talk without end: it is killed, with its children, at the
 * deadline, when `signal` aborts and when it has said too much; its address space is limited.
 *
 * @throws the signal's reason when aborted; Error where the program cannot be started
 */
export async function runTool(run: ToolRun): Promise<ToolResult> {
  const { program, args, signal, deadlineMs } = run;
  const { maxOutputBytes = DEFAULT_OUTPUT, memoryKib = DEFAULT_MEMORY_KIB } = run;
  signal.throwIfAborted();
  // `ulimit` is a shell's word; `exec` leaves the program alone in the shell's place.
  const yielding = run.yields ? `ulimit -t ${cpuSeconds(deadlineMs)}; ${YIELD}` : "";
  const limits = `ulimit -v ${memoryKib}; ${yielding} exec "$@"`;
  const limited = ["-c", limits, "sh", program, ...args];
  const child = spawn("/bin/sh", limited, {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    // Nothing of ours: a program that a file takes over must not find keys.
    env: { LC_ALL: "C" },
  });
  const kill = () => {
    // The whole group, which `detached` made.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
  };
  let late = false;
  const began = performance.now();
  const timer = setTimeout(
    () => {
      late = true;
      kill();
    },
    run.yields ? longestMs(deadlineMs) : deadlineMs,
  );
  let refused = false;
  const stop = () => {
    refused = true;
    kill();
  };
  signal.addEventListener("abort", kill, { once: true });
  const stdout = collect(child.stdout, maxOutputBytes, stop);
  const stderr = collectEnd(child.stderr, STDERR_BYTES);
  try {
    const [code, killedBy] = await ended(child);
    signal.throwIfAborted();
    // The system does not say why it killed it. Before it can have used up its time, it was for its memory.
    const usedUp = killedBy === "SIGKILL" && !refused && performance.now() - began >= deadlineMs;
    if (late || usedUp) return { kind: "timeout" };
    const said = stderr().toString("utf8");
    return code === 0
      ? { kind: "done", stdout: stdout(), stderr: said }
      : { kind: "failed", stderr: said };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", kill);
  }
}

type Ending = readonly [code: number | null, signal: NodeJS.Signals | null];

/** @throws Error where it could not be started */
function ended(child: ChildProcess): Promise<Ending> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve([code, signal]));
  });
}

/** The last that was said: before it, ffmpeg repeats a file's tags, which may be as long as anybody likes. */
function collectEnd(stream: NodeJS.ReadableStream, most: number) {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    bytes += chunk.length;
    while (bytes - (chunks[0]?.length ?? 0) >= most) bytes -= chunks.shift()?.length ?? 0;
  });
  return () => Buffer.concat(chunks).subarray(-most);
}

function collect(stream: NodeJS.ReadableStream, most: number, tooMuch: () => void) {
  const chunks: Buffer[] = [];
  let bytes = 0;
  stream.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= most) chunks.push(chunk);
    else tooMuch();
  });
  return () => Buffer.concat(chunks);
}
