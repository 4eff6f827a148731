/** How long a test waits for what comes: on a busy machine, a process may stand still for seconds. */
export const SOON = { timeout: 60_000, interval: 50 } as const;
