import { z } from "zod";

/** Secrets that an installation may do without, by the last part of their parameters' names. */
export const OPTIONAL_SECRETS = {
  "access-token": {
    variable: "ACCESS_TOKEN",
    what: "Token that lets people into a private installation",
    shortest: 16,
  },
  "session-secret-previous": {
    variable: "SESSION_SECRET_PREVIOUS",
    what: "Secret that sessions were signed with before",
    shortest: 32,
  },
} as const;

export type OptionalSecret = keyof typeof OPTIONAL_SECRETS;

export const OPTIONAL_SECRET_NAMES = Object.keys(OPTIONAL_SECRETS) as OptionalSecret[];

/** Which of them the API's tasks are given, each once. */
export const optionalSecretsShape = z
  .array(z.enum(OPTIONAL_SECRET_NAMES))
  .superRefine((names, context) => {
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice === undefined) return;
    context.addIssue({ code: "custom", message: `"${twice}" is there twice. Name it once.` });
  });
