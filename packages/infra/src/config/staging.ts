import { dev } from "./dev.ts";
import type { EnvironmentConfig } from "./environment-config.ts";
import { SERVICES_DEFAULTS } from "./services.ts";

/** What prod will be, for trying it out first. */
export const staging: EnvironmentConfig = {
  ...dev,
  environment: "staging",
  domainName: "staging.your-domain.com",
  stateKey: "caption-generator/staging/terraform.tfstate",
  hardened: true,
  // What is deployed here has been built before, and is named.
  services: SERVICES_DEFAULTS,
  database: { ...dev.database, insights: true },
  customerKeys: true,
};
