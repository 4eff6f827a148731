import { dev } from "./dev.ts";
import type { EnvironmentConfig } from "./environment-config.ts";

/** What prod will be, for trying it out first. */
export const staging: EnvironmentConfig = {
  ...dev,
  environment: "staging",
  domainName: "staging.your-domain.com",
  stateKey: "caption-generator/staging/terraform.tfstate",
  hardened: true,
  database: { ...dev.database, insights: true },
  customerKeys: true,
};
