import { fileURLToPath } from "node:url";

/** How the API's process is started, for whoever starts it. */
export const NODE_FLAGS = [
  "--disable-warning=ExperimentalWarning",
  // Node's default lets short-lived objects take some 100 MB before it looks at them.
  "--max-semi-space-size=8",
  `--import=${new URL("quick-scopes.ts", import.meta.url)}`,
] as const;

export const PROCESS_ENV = {
  // glibc gives each thread memory of its own, and keeps what is freed for later: with image decoding
  // and WebAssembly's compiler, some 150 MB.
  MALLOC_ARENA_MAX: "2",
  MALLOC_TRIM_THRESHOLD_: "131072",
  // Types are stripped and modules compiled once, and not at each start: that is a third of a start.
  NODE_COMPILE_CACHE: fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url)),
} as const;
