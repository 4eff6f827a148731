export type ScanVerdict =
  | { readonly clean: true }
  | { readonly clean: false; readonly signature: string };

/** Bytes in memory, or as they come from a file. */
export type Scannable = Uint8Array | AsyncIterable<Uint8Array>;

/** Looks for malware in an upload before anything decodes it. */
export interface Scanner {
  readonly active: boolean;
  /** A sentence on what scans, or that nothing does and how to change that. */
  readonly note: string;
  /** @throws AppError scanner_unavailable (retryable). */
  scan(content: Scannable, signal: AbortSignal): Promise<ScanVerdict>;
}
