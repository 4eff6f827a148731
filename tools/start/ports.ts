import { once } from "node:events";
import { createServer } from "node:net";
import { Failure } from "../shared/failure.ts";

async function tryToListen(port: number, host: string | undefined): Promise<void> {
  const server = createServer();
  server.listen({ port, host, exclusive: true });
  await once(server, "listening");
  server.close();
  await once(server, "close");
}

function explain(error: unknown, port: number, what: string, flag: string): Failure {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const fix = `Start with another one: npm start -- ${flag} N`;
  if (code === "EADDRINUSE") return new Failure(`Port ${port} (${what}) is already in use. ${fix}`);
  if (code === "EACCES")
    return new Failure(`Port ${port} (${what}) needs more rights than you have. ${fix}`);
  return new Failure(`Port ${port} (${what}) cannot be used: ${String(error)}. ${fix}`);
}

/**
 * Sees that a server could listen on a port, by doing so for a moment.
 *
 * @param what whose port it is, for the sentence
 * @param flag the argument that changes it
 * @throws Failure that names the port and the flag
 */
export async function requireFreePort(
  port: number,
  host: string,
  what: string,
  flag: string,
): Promise<void> {
  try {
    await tryToListen(port, host);
    // Some systems let one address be taken beside a server on all of them, which browsers then find first.
    await tryToListen(port, undefined);
  } catch (error) {
    throw explain(error, port, what, flag);
  }
}
