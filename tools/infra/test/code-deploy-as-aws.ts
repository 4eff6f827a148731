import type { IncomingMessage, Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** What AWS's CodeDeploy says of a deployment, or of its target, beyond what the emulator does. */
export interface Answers {
  readonly deployment?: object;
  readonly target?: object;
}

/** An emulator whose CodeDeploy answers as AWS does. */
export interface AsAws {
  readonly url: string;
  /** Has it answer like this from now on. */
  say(answers: Answers): void;
  close(): void;
}

interface Call {
  readonly action: string;
  readonly answers: Answers;
  readonly text: string;
}

/**
 * Stands before the emulator. moto gives the times of a deployment as texts, where AWS gives numbers and its
 * clients take nothing else; it leaves each deployment at "Created", and knows no targets.
 */
export async function codeDeployAsAws(emulator: string): Promise<AsAws> {
  let answers: Answers = {};
  const server = createServer(async (request, response) => {
    const action = String(request.headers["x-amz-target"]).replace("CodeDeploy_20141006.", "");
    const passed = await pass(request, emulator);
    const text = asAws({ action, answers, text: await passed.text() });
    const isOurs = action === "GetDeploymentTarget" && answers.target !== undefined;
    response.writeHead(isOurs ? 200 : passed.status, {
      "content-type": passed.headers.get("content-type") ?? "application/json",
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    say: (next) => {
      answers = next;
    },
    close: () => server.close(),
  };
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

async function pass(request: IncomingMessage, emulator: string): Promise<Response> {
  const headers = new Headers();
  for (const name of ["authorization", "content-type", "x-amz-target", "x-amz-date"]) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  const body = new Uint8Array(await buffer(request));
  return await fetch(emulator + (request.url ?? "/"), { method: "POST", headers, body });
}

function asAws({ action, answers, text }: Call): string {
  if (action === "GetDeploymentTarget" && answers.target !== undefined) {
    const deploymentTarget = { deploymentTargetType: "ECSTarget", ecsTarget: answers.target };
    return JSON.stringify({ deploymentTarget });
  }
  if (action !== "GetDeployment") return text;
  const { deploymentInfo } = JSON.parse(text) as { deploymentInfo: { createTime: string } };
  const createTime = Date.parse(deploymentInfo.createTime) / 1000;
  return JSON.stringify({
    deploymentInfo: { ...deploymentInfo, createTime, ...answers.deployment },
  });
}
