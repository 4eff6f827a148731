import { join } from "node:path";
import { NODE_FLAGS, PROCESS_ENV } from "../../apps/api/src/node-flags.ts";
import { nextProgram } from "./programs.ts";
import type { ServerPlan } from "./server.ts";
import type { Settings } from "./settings.ts";

/** The addresses that reach every interface are none that a client can ask for. */
export function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

/** How the API is started. It migrates its database itself before it listens. */
export function apiPlan(root: string, settings: Settings, env: NodeJS.ProcessEnv): ServerPlan {
  return {
    title: "The API",
    name: "api",
    cwd: join(root, "apps", "api"),
    args: [...NODE_FLAGS, "src/main.ts"],
    env: {
      ...PROCESS_ENV,
      ...env,
      HOST: settings.host,
      PORT: String(settings.apiPort),
      DATA_DIR: settings.data,
      // The page's server asks it for every browser, from this machine.
      TRUSTED_PROXIES: env["TRUSTED_PROXIES"] || "page",
      WEB_ORIGIN: `http://localhost:${settings.port}`,
    },
  };
}

/** How the built page is served. */
export function webPlan(root: string, settings: Settings, env: NodeJS.ProcessEnv): ServerPlan {
  const cwd = join(root, "apps", "web");
  return {
    title: "The page",
    name: "web",
    cwd,
    args: [nextProgram(cwd), "start", "--hostname", settings.host, "--port", String(settings.port)],
    env: {
      ...env,
      API_ORIGIN: `http://${reachable(settings.host)}:${settings.apiPort}`,
      NEXT_TELEMETRY_DISABLED: "1",
    },
  };
}
