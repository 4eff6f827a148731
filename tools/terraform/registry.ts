import { Agent, get } from "node:https";

const ADDRESS = "https://registry.terraform.io/.well-known/terraform.json";
const PATIENCE_MS = 4_000;

/** Whether Terraform's registry answers from here, through a proxy where one is set. */
export function registryAnswers(env: NodeJS.ProcessEnv): Promise<boolean> {
  return new Promise((resolve) => {
    const agent = new Agent({ proxyEnv: env });
    const request = get(ADDRESS, { agent, timeout: PATIENCE_MS }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(false));
    request.on("close", () => resolve(false));
  });
}
