import stackTrace from "cdktf/lib/tokens/private/stack-trace.js";

/**
 * Has cdktf keep no stack trace for each token: it takes whole ones, of any depth, which is half of the time
 * and a quarter of the memory that a synthesis takes. `stackTraces: false` of its App does not keep it from it.
 */
export function withoutStackTraces(): void {
  Object.assign(stackTrace, { captureStackTrace: () => [] });
}
