import type { Connection } from "./connection.ts";

const UNREACHABLE = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH"];
const UNTRUSTED = [
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "CERT_HAS_EXPIRED",
];

/** A sentence about what is wrong with a connection; undefined where it is something else. */
export function connectionFault(error: unknown, to: Connection): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = "" } = error as NodeJS.ErrnoException;
  const where = `The database at ${to.host}:${to.port}`;
  if (UNREACHABLE.includes(code) || /timeout|timed out/u.test(error.message)) {
    return `${where} cannot be reached (${error.message}). Check host and port, and that its firewall lets this machine in.`;
  }
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    return `${where} has a certificate of another name (${error.message}). Use the name that the certificate is for.`;
  }
  if (UNTRUSTED.includes(code)) {
    return `${where} has a certificate that is not trusted (${error.message}). Set DATABASE_CA to the file of the certificates that sign it.`;
  }
  if (/does not support SSL/u.test(error.message)) {
    return `${where} does not speak TLS. Turn it on there, or, on a network of your own, say sslmode=disable in DATABASE_URL.`;
  }
  if (code === "28P01" || code === "28000") {
    return `${where} does not let in the user "${to.user}" (${error.message}). Check the password.`;
  }
  if (code === "3D000")
    return `${where} has no database "${to.database}". Create it, or name another.`;
  return undefined;
}
