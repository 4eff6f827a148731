import { join } from "node:path";
import { promisify } from "node:util";
import type { ServiceDefinition } from "@grpc/grpc-js";
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { service } from "./service.ts";

export interface RandomProvider {
  /** The value of `TF_REATTACH_PROVIDERS` that makes Terraform ask this provider. */
  readonly reattach: string;
  stop(): void;
}

const PROTOCOL = join(import.meta.dirname, "plugin-protocol.proto");
const SOURCE = "registry.terraform.io/hashicorp/random";

function reattach(port: number): string {
  const address = { Network: "tcp", String: `127.0.0.1:${port}` };
  // Test: Terraform leaves the process alone when it is done with it.
  const plugin = { Protocol: "grpc", ProtocolVersion: 5, Pid: process.pid, Test: true };
  return JSON.stringify({ [SOURCE]: { ...plugin, Addr: address } });
}

/**
 * Serves a stand-in for hashicorp/random in this process, for machines that cannot download the real one.
 * It knows `random_id` and nothing else.
 */
export async function startRandomProvider(): Promise<RandomProvider> {
  const definition = loadSync(PROTOCOL, { keepCase: true, longs: Number });
  const server = new Server();
  server.addService(definition["tfplugin5.Provider"] as ServiceDefinition, service);
  const bind = promisify(server.bindAsync).bind(server);
  const port = await bind("127.0.0.1:0", ServerCredentials.createInsecure());
  return { reattach: reattach(port), stop: () => server.forceShutdown() };
}
