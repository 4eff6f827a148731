import { policyDocument } from "./policy-document.ts";

/** The policy of a role that one service of AWS takes on, such as `ecs-tasks.amazonaws.com`. */
export const trustService = (service: string): string =>
  policyDocument({
    Effect: "Allow",
    Principal: { Service: service },
    Action: "sts:AssumeRole",
  });
