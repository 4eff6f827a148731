import type { Logger } from "pino";

/** What the middleware gives every handler. */
export interface AppEnv {
  Variables: {
    readonly requestId: string;
    readonly sessionId: string;
    readonly log: Logger;
  };
}
