import { CACHE_DEFAULTS } from "./cache.ts";
import { CDN_DEFAULTS } from "./cdn.ts";
import { DATABASE_DEFAULTS } from "./database.ts";
import type { EnvironmentConfig } from "./environment-config.ts";
import { MONITORING_DEFAULTS } from "./monitoring.ts";
import { NETWORK_DEFAULTS } from "./network.ts";
import { PIPELINE_DEFAULTS } from "./pipeline.ts";
import { SERVICES_DEFAULTS } from "./services.ts";

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
  // Nobody's image: what is deployed first waits for one.
  services: { ...SERVICES_DEFAULTS, imageTag: "initial" },
  cdn: CDN_DEFAULTS,
  pipeline: PIPELINE_DEFAULTS,
  scanUploads: true,
  customerKeys: false,
  logRetentionDays: 30,
  monitoring: MONITORING_DEFAULTS,
};
