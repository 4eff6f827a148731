import { availableParallelism } from "node:os";
import { createGate } from "../concurrency/gate.ts";

/**
 * One gate for the process, for what it guards belongs to the process: each photo in decoding may
 * hold a hundred megabytes and one of libuv's four threads, which file and DNS calls need as well.
 * A decode keeps one core busy, so more at once than cores would gain nothing.
 */
export const decodeGate = createGate(Math.min(availableParallelism(), 3));
