import type { DestinationStream, Logger } from "pino";
import { pino } from "pino";
import { loggedError } from "./logged-error.ts";

/** The process's log: JSON lines, in which errors tell nothing that a person wrote. */
export const createLog = (level: string, out: DestinationStream): Logger =>
  pino({ level, serializers: { err: (error: unknown) => loggedError(error) } }, out);
