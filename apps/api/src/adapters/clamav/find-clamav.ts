import { answersPing } from "./clamd.ts";
import type { ClamavConfig } from "./index.ts";

/** Where distributions and clamd's own default put its socket. */
const USUAL_SOCKETS = [
  "/run/clamav/clamd.ctl",
  "/var/run/clamav/clamd.ctl",
  "/run/clamav/clamd.sock",
  "/run/clamd.scan/clamd.sock",
  "/run/clamav/clamd.socket",
  "/tmp/clamd.socket",
] as const;

const QUICKLY_MS = 500;

/** Looks for a clamd that nobody told us of: the first of `sockets` on which one answers within `timeoutMs`. */
export async function findClamav(
  sockets: readonly string[] = USUAL_SOCKETS,
  timeoutMs: number = QUICKLY_MS,
): Promise<ClamavConfig | undefined> {
  const answers = await Promise.all(sockets.map((path) => answersPing({ path }, timeoutMs)));
  const socketPath = sockets.find((_, index) => answers[index]);
  return socketPath === undefined ? undefined : { socketPath };
}
