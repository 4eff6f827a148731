import { dev } from "./dev.ts";
import type { EnvironmentConfig } from "./environment-config.ts";
import { SERVICES_DEFAULTS } from "./services.ts";

/** What people use: the article with the declared deviations. */
export const prod: EnvironmentConfig = {
  ...dev,
  environment: "prod",
  stateKey: "caption-generator/prod/terraform.tfstate",
  hardened: true,
  database: { ...dev.database, readers: 1, backupDays: 14, protected: true, insights: true },
  cache: { ...dev.cache, nodes: 2, snapshotDays: 1 },
  // What is deployed here has been built before, and is named.
  services: { ...SERVICES_DEFAULTS, deployment: "blue-green", deletionProtection: true },
  cdn: { ...dev.cdn, waf: true },
  customerKeys: true,
  logRetentionDays: 365,
};
