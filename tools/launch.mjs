import { spawn } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { whenOrphaned } from "./orphaned.mjs";
import { ensureToolchain } from "./toolchain.mjs";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

function toolchainOrExit() {
  try {
    return ensureToolchain(ROOT);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    console.error(`Node 24 and pnpm 12 could not be fetched from the npm registry: ${why}`);
    process.exit(1);
  }
}

/**
 * Runs a TypeScript file of tools/ under the toolchain, with this process's arguments, and ends as it ends.
 *
 * @param {string} script relative to tools/
 * @param {{ preload?: string }} [options] `preload`: a module to be loaded first, relative to tools/
 */
export function launch(script, { preload } = {}) {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const first = preload === undefined ? [] : ["--import", new URL(preload, import.meta.url).href];
  const flags = ["--disable-warning=ExperimentalWarning", ...first];
  const args = [...flags, file, ...process.argv.slice(2)];
  const env = toolchainOrExit();
  const child = spawn("node", args, { env, stdio: "inherit" });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => child.kill(signal));
  }
  // npm starts a shell, which ends at a signal to npm and tells nobody. Whoever runs the file without npm may
  // well leave it behind on purpose.
  if (process.env["npm_lifecycle_event"] !== undefined) whenOrphaned(() => child.kill("SIGTERM"));
  child.on("error", (error) => {
    console.error(`node could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code) => process.exit(code ?? 1));
}
