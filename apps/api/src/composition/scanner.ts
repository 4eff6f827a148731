import { findClamav } from "../adapters/clamav/find-clamav.ts";
import type { ClamavConfig } from "../adapters/clamav/index.ts";
import { connectClamav } from "../adapters/clamav/index.ts";
import { createNoScanner } from "../adapters/no-scanner.ts";
import type { Env } from "../env.ts";
import { StartupError } from "../errors/startup-error.ts";
import type { Scanner } from "../ports/scanner.ts";
import { bucketOf } from "./bucket.ts";

/**
 * GuardDuty where it was asked for; ClamAV where it was asked for or is found; otherwise nothing, said plainly.
 * @throws StartupError where it was asked for and does not answer: uploads must not go unscanned
 * because of a typing error
 */
export async function createScanner(env: Env): Promise<Scanner> {
  const bucket = bucketOf(env);
  if (env.SCANNER === "guardduty" && bucket !== undefined) {
    const { createGuardDutyScanner } = await import("../adapters/s3/guardduty.ts");
    return createGuardDutyScanner(bucket);
  }
  const asked = configured(env);
  const config = asked ?? (await findClamav());
  if (config === undefined) return createNoScanner();
  try {
    return await connectClamav(config);
  } catch (cause) {
    if (asked === undefined) return createNoScanner();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartupError(
      `CLAMAV_SOCKET or CLAMAV_HOST is set, but no scanner can be used: ${reason} Start clamd, or unset the variable.`,
      { cause },
    );
  }
}

function configured({ CLAMAV_SOCKET, CLAMAV_HOST, CLAMAV_PORT }: Env): ClamavConfig | undefined {
  if (CLAMAV_SOCKET !== undefined) return { socketPath: CLAMAV_SOCKET };
  if (CLAMAV_HOST !== undefined) return { host: CLAMAV_HOST, port: CLAMAV_PORT };
  return undefined;
}
