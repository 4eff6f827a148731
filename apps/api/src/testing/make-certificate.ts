import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Writes `server.key` and `server.crt` to a folder: a certificate for `localhost` that signs itself. */
export async function makeCertificate(folder: string, owner: { uid?: number; gid?: number } = {}) {
  const files = ["-keyout", join(folder, "server.key"), "-out", join(folder, "server.crt")];
  const names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  await run("openssl", ["req", ...kind, "-days", "2", ...files, ...names], {
    ...owner,
    cwd: folder,
  });
}
