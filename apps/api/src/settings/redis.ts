import { z } from "zod";
import { given, port, unlessEmpty } from "./given.ts";

/** A Redis server, as one URL or as the parts that a task on AWS is given. Without one, memory does. */
export const redisSettings = {
  REDIS_URL: given,
  REDIS_HOST: given,
  REDIS_PORT: port.default(6379),
  /** Whether the connection is encrypted and the server's certificate checked. */
  REDIS_TLS: unlessEmpty(z.enum(["true", "false"]).default("true")),
  /** JSON with `username` and `password`. */
  REDIS_SECRET: given,
  /** The file of the certificates that sign the server's, where Node does not know them. */
  REDIS_CA: given,
};
