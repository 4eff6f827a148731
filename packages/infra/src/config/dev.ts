import type { EnvironmentConfig } from "./environment-config.ts";

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
};
