/** What the article asks for. */
export const TERRAFORM_VERSION = ">= 1.0";
export const AWS = { source: "hashicorp/aws", version: "~> 5.0" } as const;

/** The article uses this provider and does not name it; Terraform would then take its newest version. */
export const RANDOM = { source: "hashicorp/random", version: "~> 3.0" } as const;
