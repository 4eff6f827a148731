import type { Readable } from "node:stream";
import type { Logger } from "pino";
import type { Taken } from "../rate-limits/take-allowance.ts";

/** A request as Node's own server has it. */
export type Incoming = Readable & {
  readonly socket?: { readonly remoteAddress?: string; readonly localAddress?: string };
};

/** What the middleware gives every handler. */
export interface AppEnv {
  /** There when Node's own server took the request. */
  Bindings: { readonly incoming?: Incoming };
  Variables: {
    readonly requestId: string;
    /** Where it comes from, as far as our own proxies tell. */
    readonly address: string;
    /** What it has taken of the address's share; there where requests are counted. */
    readonly takenOfAddress: readonly Taken[];
    /** Whose uploads, captions and keys the request is about. */
    readonly sessionId: string;
    /** The key that it came with, where a program sent it. */
    readonly keyId: string | undefined;
    /** Of the body, with a form's boundary; there where a route takes a body of one type or another. */
    readonly contentType: string;
    readonly log: Logger;
  };
}
