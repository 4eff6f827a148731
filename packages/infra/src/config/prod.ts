import { dev } from "./dev.ts";
import type { EnvironmentConfig } from "./environment-config.ts";

/** What people use: the article with the declared deviations. */
export const prod: EnvironmentConfig = {
  ...dev,
  environment: "prod",
  stateKey: "caption-generator/prod/terraform.tfstate",
  hardened: true,
};
