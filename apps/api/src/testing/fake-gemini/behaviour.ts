/** What Gemini does with one request that is in order; `answer` unless a script says otherwise. */
export type Behaviour =
  | { readonly kind: "answer" }
  /** An answer in several parts, the first of them a thought. */
  | { readonly kind: "parts" }
  | { readonly kind: "slow"; readonly latencyMs: number }
  /** Takes the request and never says anything. */
  | { readonly kind: "hang" }
  /** Closes the connection with a TCP reset, before the first byte. */
  | { readonly kind: "reset" }
  /** Says nothing more in the middle of the body. */
  | { readonly kind: "stall" }
  /** Closes the connection in the middle of the body. */
  | { readonly kind: "cutOff" }
  /** `retryDelay` as protobuf writes durations: `46s`, `0.5s`; null leaves RetryInfo out. */
  | { readonly kind: "rateLimit"; readonly retryDelay: string | null }
  | { readonly kind: "error"; readonly status: 401 | 402 | 403 | 408 | 499 | 500 | 503 | 504 }
  /** HTTP 400 FAILED_PRECONDITION: the free tier is not offered here. */
  | { readonly kind: "region" }
  | { readonly kind: "blockPrompt"; readonly reason: string }
  /** A candidate without content that ended for this reason, such as SAFETY. */
  | { readonly kind: "finish"; readonly reason: string }
  /** MAX_TOKENS with `content: {}`: thinking used up the room. */
  | { readonly kind: "maxTokens" }
  | { readonly kind: "empty" }
  | { readonly kind: "notJson" }
  | { readonly kind: "breakSchema" }
  | { readonly kind: "tooFew" }
  | { readonly kind: "tooMany" }
  | { readonly kind: "tooLong" }
  | { readonly kind: "chatter" };
