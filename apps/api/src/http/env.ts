import type { Readable } from "node:stream";
import type { Logger } from "pino";

/** What the middleware gives every handler. */
export interface AppEnv {
  /** There when Node's own server took the request. */
  Bindings: { readonly incoming?: Readable };
  Variables: {
    readonly requestId: string;
    readonly sessionId: string;
    readonly log: Logger;
  };
}
