import type { Readable } from "node:stream";
import type { Logger } from "pino";

/** A request as Node's own server has it. */
export type Incoming = Readable & { readonly socket?: { readonly remoteAddress?: string } };

/** What the middleware gives every handler. */
export interface AppEnv {
  /** There when Node's own server took the request. */
  Bindings: { readonly incoming?: Incoming };
  Variables: {
    readonly requestId: string;
    /** Where it comes from, as far as our own proxies tell. */
    readonly address: string;
    /** Whose uploads, captions and keys the request is about. */
    readonly sessionId: string;
    /** The key that it came with, where a program sent it. */
    readonly keyId: string | undefined;
    readonly log: Logger;
  };
}
