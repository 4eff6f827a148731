import type { CdnConfig } from "../../config/cdn.ts";
import type { Site } from "../certificate.ts";

/** What an environment decides about its edge. */
export interface CloudfrontProps {
  readonly cdn: CdnConfig;
  /** Domain and zone. @default none: CloudFront's own name and certificate */
  readonly site?: Site | undefined;
  /** Whether each request is written to a bucket. */
  readonly hardened: boolean;
  /** Whether the firewall's log is encrypted with a key of the account's own. */
  readonly customerKeys: boolean;
  /** Days for which the firewall's log is kept. */
  readonly logRetentionDays: number;
}

/** Makes a name that begins with project and environment. */
export type Name = (rest: string) => string;
