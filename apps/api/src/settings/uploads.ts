import { MEDIA_DEFAULTS } from "@caption-generator/schema";
import { z } from "zod";
import { given, port, unlessEmpty } from "./given.ts";

/** What is taken, and what looks for malware in it. */
export const uploadSettings = {
  /** The most a video or a sound recording may have, in bytes and in seconds. */
  MAX_MEDIA_BYTES: z.coerce.number().int().positive().default(MEDIA_DEFAULTS.maxBytes),
  MAX_MEDIA_SECONDS: z.coerce.number().int().positive().default(MEDIA_DEFAULTS.maxSeconds),
  /** What scans uploads: ClamAV where it is set or found, if nothing else is said. */
  SCANNER: unlessEmpty(z.enum(["clamav", "guardduty"]).default("clamav")),
  CLAMAV_SOCKET: given,
  CLAMAV_HOST: given,
  CLAMAV_PORT: port.default(3310),
};
