import type { ClientConfig } from "pg";
import type { Env } from "../env.ts";
import { StartupError } from "../errors/startup-error.ts";
import { trustedAuthorities } from "../settings/trusted-authorities.ts";
import { readDatabaseSecret } from "./database-secret.ts";
import { signToken } from "./iam-token.ts";
import { readSecret } from "./read-secret.ts";
import { renewedPassword } from "./renewed-password.ts";

/** The settings that say where the database is. */
export type DatabaseEnv = Pick<
  Env,
  | "DATABASE_URL"
  | "DATABASE_HOST"
  | "DATABASE_PORT"
  | "DATABASE_NAME"
  | "DATABASE_SECRET"
  | "DATABASE_SECRET_ARN"
  | "DATABASE_CA"
  | "DATABASE_AUTH"
  | "DATABASE_USER"
>;

/** What one connection, or each of a pool, is opened with. */
export type Connection = ClientConfig &
  Readonly<Required<Pick<ClientConfig, "host" | "port" | "database" | "user" | "password">>>;

/** Aurora without traffic may take half a minute to come back. */
const CONNECT_WITHIN_MS = 60_000;

/**
 * How to reach the database: from one URL, or from the parts that a task on AWS is given. The connection is
 * encrypted and the server's certificate checked, name and all, unless a URL says `sslmode=disable`.
 *
 * @param onFault told why the password could not be read again, where it is one that is renewed
 * @throws StartupError that names the variable and the fix, and shows no password
 */
export function toConnection(env: DatabaseEnv, onFault: OnFault = () => {}): Connection {
  return {
    ...(env.DATABASE_URL === undefined ? fromParts(env, onFault) : fromUrl(env.DATABASE_URL, env)),
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    application_name: "caption-generator",
  };
}

type OnFault = (error: unknown) => void;

function fromParts(env: DatabaseEnv, onFault: OnFault) {
  if (env.DATABASE_AUTH === "iam") return byRole(env);
  const { DATABASE_HOST: host, DATABASE_NAME: database, DATABASE_SECRET: secret } = env;
  if (host === undefined || database === undefined || secret === undefined) {
    throw new StartupError(
      "No database is named. Set DATABASE_URL, or DATABASE_HOST, DATABASE_NAME and DATABASE_SECRET.",
    );
  }
  const { username: user, password: first } = readDatabaseSecret(secret);
  const { DATABASE_SECRET_ARN: arn, DATABASE_PORT: port } = env;
  const password = arn === undefined ? first : passwordIn(arn, first, onFault);
  return { host, port, database, user, password, ssl: verified(env) };
}

/** RDS renews the password in its secret; who knows the one of yesterday alone gets no more connections. */
const passwordIn = (arn: string, first: string, onFault: OnFault) =>
  renewedPassword({
    first,
    onFault,
    read: async () => readDatabaseSecret(await readSecret(arn)).password,
  });

/** A token in place of the password: AWS signs it for the task's role, and it is good for a quarter of an hour. */
function byRole(env: DatabaseEnv) {
  const { DATABASE_HOST: host, DATABASE_NAME: database, DATABASE_USER: user } = env;
  if (host === undefined || database === undefined || user === undefined) {
    throw new StartupError(
      "DATABASE_AUTH=iam needs DATABASE_HOST, DATABASE_NAME and DATABASE_USER: the user who was granted rds_iam.",
    );
  }
  const port = env.DATABASE_PORT;
  // Each connection of the pool asks anew: by then, the last token may be too old.
  const password = () => signToken({ hostname: host, port, username: user });
  return { host, port, database, user, password, ssl: verified(env) };
}

function fromUrl(text: string, env: DatabaseEnv) {
  const url = URL.parse(text);
  const { hostname, username, password, pathname, port, searchParams } = url ?? {};
  if (url === null || !/^postgres(ql)?:$/u.test(url.protocol) || !hostname || !username) {
    throw new StartupError(
      "DATABASE_URL is not the address of a database: write postgres://user:password@host:5432/name.",
    );
  }
  return {
    host: hostname,
    port: port ? Number(port) : 5432,
    database: decodeURIComponent(pathname?.slice(1) || username),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password ?? ""),
    ssl: isPlain(searchParams?.get("sslmode") ?? "verify-full") ? (false as const) : verified(env),
  };
}

function isPlain(mode: string): boolean {
  if (mode === "disable") return true;
  if (mode === "verify-full") return false;
  throw new StartupError(
    `DATABASE_URL has sslmode=${mode}, which trusts whoever answers. Use verify-full, which is the default, or disable on a network of your own.`,
  );
}

const verified = ({ DATABASE_CA: file }: DatabaseEnv) =>
  trustedAuthorities({
    variable: "DATABASE_CA",
    file,
    what: "the file of the certificates that sign the database's; AWS's is https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem",
  });
