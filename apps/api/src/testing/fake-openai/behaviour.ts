/** What the server does with one request that is in order; `answer` unless a script says otherwise. */
export type Behaviour =
  | { readonly kind: "answer" }
  | { readonly kind: "slow"; readonly latencyMs: number }
  /** Takes the request and never says anything. */
  | { readonly kind: "hang" }
  /** Closes the connection with a TCP reset, before the first byte. */
  | { readonly kind: "reset" }
  /** Says nothing more in the middle of the body. */
  | { readonly kind: "stall" }
  /** Closes the connection in the middle of the body. */
  | { readonly kind: "cutOff" }
  /** Half a body with a length that fits: JSON that ends too early. */
  | { readonly kind: "halfJson" }
  /** HTTP 200 with a page of a proxy. */
  | { readonly kind: "html" }
  /** HTTP 200 with an error in its body, as whisper.cpp's server has it. */
  | { readonly kind: "errorWithOk" }
  /** `retryAfter` as the header has it: `20`, or a date; null leaves it out. */
  | { readonly kind: "rateLimit"; readonly retryAfter: string | null }
  | { readonly kind: "quota" }
  | { readonly kind: "tooLarge" }
  | { readonly kind: "corrupt" }
  /** As a model does that answers with text alone. */
  | { readonly kind: "refuseFormat" }
  | { readonly kind: "error"; readonly status: 400 | 403 | 408 | 409 | 500 | 502 | 503 }
  /** As Whisper does on silence and on music: sentences nobody said, and loops. */
  | { readonly kind: "invent" }
  /** A local server that knows no segments. */
  | { readonly kind: "textOnly" };
