import type { RedisAddress } from "../adapters/redis/client.ts";
import type { Env } from "../env.ts";
import { StartupError } from "../errors/startup-error.ts";
import type { Credentials } from "../settings/secret-json.ts";
import { parseCredentials } from "../settings/secret-json.ts";
import { trustedAuthorities } from "../settings/trusted-authorities.ts";

/** The settings that say where Redis is. */
export type RedisEnv = Pick<
  Env,
  "REDIS_URL" | "REDIS_HOST" | "REDIS_PORT" | "REDIS_TLS" | "REDIS_SECRET" | "REDIS_CA"
>;

/**
 * Where Redis is, if anywhere.
 *
 * @returns undefined where none is named
 * @throws StartupError that names the variable and the fix, and shows no password
 */
export function toRedisAddress(env: RedisEnv): RedisAddress | undefined {
  if (env.REDIS_URL !== undefined) return fromUrl(env.REDIS_URL, env);
  if (env.REDIS_HOST === undefined) return undefined;
  return {
    host: env.REDIS_HOST,
    port: env.REDIS_PORT,
    ...(env.REDIS_SECRET === undefined ? {} : readSecret(env.REDIS_SECRET)),
    ...(env.REDIS_TLS === "true" ? { tls: verified(env) } : {}),
  };
}

function fromUrl(text: string, env: RedisEnv): RedisAddress {
  const url = URL.parse(text);
  const db = Number(url?.pathname.slice(1) || "0");
  if (url === null || !/^rediss?:$/u.test(url.protocol) || !url.hostname || !isIndex(db)) {
    throw new StartupError(
      "REDIS_URL is not the address of a Redis server: write rediss://user:password@host:6379, or redis:// without TLS on a network of your own.",
    );
  }
  const { hostname, port, username, password, protocol } = url;
  return {
    host: hostname.replace(/^\[|\]$/gu, ""),
    port: port === "" ? env.REDIS_PORT : Number(port),
    ...(username === "" ? {} : { username: decodeURIComponent(username) }),
    ...(password === "" ? {} : { password: decodeURIComponent(password) }),
    ...(db === 0 ? {} : { db }),
    ...(protocol === "rediss:" ? { tls: verified(env) } : {}),
  };
}

const isIndex = (db: number) => Number.isInteger(db) && db >= 0;

function readSecret(text: string): Credentials {
  const credentials = parseCredentials(text);
  if (credentials !== undefined) return credentials;
  throw new StartupError(
    'REDIS_SECRET is not JSON like {"username": "...", "password": "..."}. Give the task the secret itself, without naming one of its keys.',
  );
}

const verified = ({ REDIS_CA: file }: RedisEnv) =>
  trustedAuthorities({
    variable: "REDIS_CA",
    file,
    what: "the file of the certificates that sign the Redis server's",
  });
