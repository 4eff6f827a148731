import type { Check } from "./check.ts";
import { BUCKET_CHECKS } from "./checks/buckets.ts";
import { CDN_CHECKS } from "./checks/cdn.ts";
import { CONTAINER_CHECKS } from "./checks/containers.ts";
import { DATA_STORE_CHECKS } from "./checks/data-stores.ts";
import { IDENTITY_CHECKS } from "./checks/identity.ts";
import { LOAD_BALANCER_CHECKS } from "./checks/load-balancer.ts";
import { LOG_CHECKS } from "./checks/logs.ts";
import { NETWORK_CHECKS } from "./checks/network.ts";
import { SECRET_CHECKS } from "./checks/secrets.ts";

/** All that is asked of what we deploy. */
export const CHECKS: readonly Check[] = [
  ...NETWORK_CHECKS,
  ...LOAD_BALANCER_CHECKS,
  ...CDN_CHECKS,
  ...CONTAINER_CHECKS,
  ...DATA_STORE_CHECKS,
  ...BUCKET_CHECKS,
  ...IDENTITY_CHECKS,
  ...SECRET_CHECKS,
  ...LOG_CHECKS,
];
