import type { ServicesConfig } from "../../config/services.ts";
import type { Site } from "../certificate.ts";

/** What an environment decides about its services, beyond the values that other modules pass in. */
export interface EcsProps {
  readonly services: ServicesConfig;
  /** Days for which logs of tasks are kept. */
  readonly logRetentionDays: number;
  /** Domain and zone. @default none: plain HTTP under the load balancer's own name */
  readonly site?: Site | undefined;
  /** Whether the load balancer answers CloudFront alone. */
  readonly behindCdn: boolean;
  /** Whether logs are encrypted with a key of the account's own. @default false */
  readonly customerKeys: boolean;
  /** Whether GuardDuty scans uploads, and nobody reads one before. */
  readonly scanUploads: boolean;
  /** Whether the bucket's CORS lets the page of this very site send uploads to it. */
  readonly uploadsFromPage: boolean;
  /** Whether requests are logged, and containers are watched closely. @default false */
  readonly hardened: boolean;
}

/** Makes a name that begins with project and environment. */
export type Name = (rest: string) => string;
