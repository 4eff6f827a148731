import { z } from "zod";
import { given, port, unlessEmpty } from "./given.ts";

/** A database server, as one URL or as the parts that a task on AWS is given. */
export const databaseSettings = {
  DATABASE_URL: given,
  DATABASE_HOST: given,
  DATABASE_PORT: port.default(5432),
  DATABASE_NAME: given,
  DATABASE_SECRET: given,
  /** Where that secret is read again for new connections: RDS renews it while processes live. */
  DATABASE_SECRET_ARN: given,
  DATABASE_CA: given,
  /** Whether the password is DATABASE_SECRET's, or a token that AWS signs for the task's role. */
  DATABASE_AUTH: unlessEmpty(z.enum(["password", "iam"]).default("password")),
  DATABASE_USER: given,
  /** The most connections one process takes. An Aurora of half a capacity unit takes some 90 in all. */
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(10),
};
