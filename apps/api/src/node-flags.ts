/** How the API's process is started, for whoever starts it. */
export const NODE_FLAGS = [
  "--disable-warning=ExperimentalWarning",
  // Node's default lets short-lived objects take some 100 MB before it looks at them.
  "--max-semi-space-size=8",
] as const;

/**
 * glibc gives each thread memory of its own, and keeps what is freed for later: with image decoding
 * and WebAssembly's compiler, some 150 MB.
 */
export const PROCESS_ENV = { MALLOC_ARENA_MAX: "2", MALLOC_TRIM_THRESHOLD_: "131072" } as const;
