export interface ScanningProps {
  /** Whether findings are encrypted with a key of the account's own. @default false */
  readonly customerKeys: boolean;
  /** For how many days findings are kept. */
  readonly logRetentionDays: number;
}
