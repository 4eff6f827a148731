import { CACHE_DEFAULTS } from "./cache.ts";
import { DATABASE_DEFAULTS } from "./database.ts";
import type { EnvironmentConfig } from "./environment-config.ts";
import { NETWORK_DEFAULTS } from "./network.ts";

/** The article, to the letter. */
export const dev: EnvironmentConfig = {
  environment: "dev",
  region: "us-east-1",
  projectName: "caption-generator",
  vpcCidr: "10.0.0.0/16",
  zones: 3,
  domainName: "your-domain.com",
  stateKey: "caption-generator/terraform.tfstate",
  hardened: false,
  ...NETWORK_DEFAULTS,
  database: DATABASE_DEFAULTS,
  cache: CACHE_DEFAULTS,
  scanUploads: true,
  customerKeys: false,
  logRetentionDays: 30,
};
