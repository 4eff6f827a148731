import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ToolResult, ToolRun } from "./run-tool.ts";
import type { HostReply, HostRequest } from "./tool-messages.ts";

const program = fileURLToPath(new URL("./tool-host.process.ts", import.meta.url));

type Settle = PromiseWithResolvers<HostReply["result"]>;

interface Host {
  readonly child: ChildProcess;
  readonly waiting: Map<number, Settle>;
}

export interface ToolHost {
  /** As `runTool`, which does the work there. */
  run(run: ToolRun): Promise<ToolResult>;
  /** Ends the host, and what it still runs. */
  close(): Promise<void>;
}

/**
 * A small process that starts programs for this one. To start a program, the system copies the tables of
 * the memory of the process that does so; in one with a database and a model in it that takes up to a
 * quarter of a second, in which it answers nobody. Programs do not outlive this process, however it ends.
 */
export function startToolHost(): ToolHost {
  let host = start();
  let lastId = 0;
  let closed = false;

  async function ask({ signal, ...run }: ToolRun): Promise<HostReply["result"]> {
    // One that was killed, by a system without memory say, is replaced when it is needed.
    if (!host.child.connected && !closed) host = start();
    const { child, waiting } = host;
    lastId += 1;
    const id = lastId;
    const settle: Settle = Promise.withResolvers();
    waiting.set(id, settle);
    const tell = (request: HostRequest) =>
      child.send(request, (error) => {
        if (error !== null) settle.reject(error);
      });
    const kill = () => tell({ kind: "kill", id });
    tell({ kind: "run", id, run });
    signal.addEventListener("abort", kill, { once: true });
    try {
      return await settle.promise;
    } finally {
      waiting.delete(id);
      signal.removeEventListener("abort", kill);
    }
  }

  return {
    async run(run) {
      run.signal.throwIfAborted();
      const result = await ask(run);
      run.signal.throwIfAborted();
      if (result.kind === "broken") throw new Error(result.reason);
      return result;
    },
    async close() {
      closed = true;
      const { child } = host;
      if (!child.connected) return;
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

function start(): Host {
  const child = fork(program, [], {
    execArgv: ["--disable-warning=ExperimentalWarning"],
    // The results hold bytes, which JSON does not.
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    // Nothing of ours: what takes over a program must not find keys one process further up, either.
    env: {},
  });
  const waiting: Host["waiting"] = new Map();
  const fail = (reason: string) => {
    for (const { reject } of waiting.values()) reject(new Error(reason));
  };
  child.on("message", ({ id, result }: HostReply) => waiting.get(id)?.resolve(result));
  child.once("error", (error) => fail(error.message));
  child.once("exit", () => fail("The process that starts programs was ended."));
  return { child, waiting };
}
