import type { NetworkConfig } from "../../config/network.ts";

export interface BoundaryProps extends Pick<NetworkConfig, "interfaceEndpoints" | "flowLogs"> {
  /** Whether flow logs are encrypted with a key of the account's own. @default false */
  readonly customerKeys: boolean;
  /** For how many days flow logs are kept. */
  readonly logRetentionDays: number;
}
