import { given, port } from "./given.ts";

/** A database server, as one URL or as the parts that a task on AWS is given. */
export const databaseSettings = {
  DATABASE_URL: given,
  DATABASE_HOST: given,
  DATABASE_PORT: port.default(5432),
  DATABASE_NAME: given,
  DATABASE_SECRET: given,
  DATABASE_CA: given,
};
