import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { Behaviour } from "./behaviour.ts";
import { deliver } from "./deliver.ts";
import type { RouteContext, ServedRequest } from "./routes.ts";
import { route } from "./routes.ts";

export interface FakeGeminiOptions {
  /** The one key it takes. @default test-key */
  readonly apiKey?: string;
  /** @default gemini-3.8-flash alone */
  readonly models?: readonly string[];
  /** Milliseconds before each answer. @default 0 */
  readonly latencyMs?: number;
  /** @default a free one */
  readonly port?: number;
}

export interface FakeGemini {
  /** The base URL, without a slash at its end. */
  readonly url: string;
  readonly apiKey: string;
  /** What got as far as the model, in order of arrival. */
  readonly requests: readonly ServedRequest[];
  /** Queues what happens to the next requests that are in order; after those, all is well again. */
  script(...behaviours: Behaviour[]): void;
  close(): Promise<void>;
}

/**
 * The Gemini API's generateContent over real HTTP, for tests and for work without a key. It checks
 * what Gemini checks, in the same order, and answers from the request alone.
 */
export async function startFakeGemini(options: FakeGeminiOptions = {}): Promise<FakeGemini> {
  const { apiKey = "test-key", models = ["gemini-3.8-flash"], latencyMs = 0 } = options;
  const requests: ServedRequest[] = [];
  const queue: Behaviour[] = [];
  const context: RouteContext = {
    apiKey,
    models,
    nextBehaviour: () => queue.shift() ?? { kind: "answer" },
    onServed: (request) => void requests.push(request),
  };
  const server = createServer((request, response) => {
    serve(request, response, { context, latencyMs }).catch(() => response.destroy());
  });
  const port = await listen(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}`,
    apiKey,
    requests,
    script: (...behaviours) => queue.push(...behaviours),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { context, latencyMs }: { readonly context: RouteContext; readonly latencyMs: number },
): Promise<void> {
  const { method = "GET", url = "/", headers } = request;
  const { pathname, searchParams } = new URL(url, "http://fake");
  const key = headers["x-goog-api-key"];
  const onServed = (served: ServedRequest) => {
    context.onServed(served);
    response.once("close", () => {
      served.answered = response.writableFinished && response.statusCode === 200;
    });
  };
  const reply = route(
    {
      method,
      path: pathname,
      apiKey: typeof key === "string" ? key : undefined,
      body: await buffer(request),
    },
    { ...context, onServed },
  );
  await deliver(response, reply, {
    latencyMs: reply.latencyMs ?? latencyMs,
    asEvents: searchParams.get("alt") === "sse" && reply.status === 200,
  });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}
