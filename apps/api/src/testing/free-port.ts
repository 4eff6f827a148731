import { once } from "node:events";
import { createServer } from "node:net";

/** Below all that systems give to who asks for any: what is free stays so while its server starts again. */
const [LOWEST, HIGHEST] = [10_000, 30_000];

/** A port of this machine that nobody uses now, nor gets by asking for any. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    const server = createServer().listen(port, "localhost");
    const taken = await once(server, "listening").then(
      () => false,
      () => true,
    );
    server.close();
    if (!taken) return port;
  }
}
