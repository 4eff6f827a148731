export type ScanVerdict =
  | { readonly clean: true }
  | { readonly clean: false; readonly signature: string };

/** Bytes in memory, or as they come from a file. */
export type Scannable = Uint8Array | AsyncIterable<Uint8Array>;

interface Described {
  readonly active: boolean;
  /** A sentence on what scans, or that nothing does and how to change that. */
  readonly note: string;
}

/** Judges the bytes it is given. */
export interface ContentScanner extends Described {
  readonly judges: "content";
  /** @throws AppError scanner_unavailable (retryable). */
  scan(content: Scannable, signal: AbortSignal): Promise<ScanVerdict>;
}

/** Judges what lies in the store, which nobody may read before. */
export interface StoreScanner extends Described {
  readonly judges: "stored";
  /**
   * Waits for the verdict on an object.
   * @throws AppError scanner_unavailable (retryable) where none comes, scan_not_possible, upload_incomplete
   */
  scan(key: string, signal: AbortSignal): Promise<ScanVerdict>;
}

/** Looks for malware in an upload before anything decodes it. */
export type Scanner = ContentScanner | StoreScanner;
