import { PROJECT_INPUTS } from "./project.ts";

/** The variables of a module whose data store lies in the private subnets. */
export const DATA_STORE_INPUTS = {
  ...PROJECT_INPUTS,
  vpc_id: { type: "string", description: "ID of the VPC" },
  private_subnets: { type: "list(string)", description: "IDs of the private subnets" },
} as const;
