import type { IncomingMessage, Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { Recording } from "../speech/recording.ts";
import type { Behaviour } from "./behaviour.ts";
import { deliver } from "./deliver.ts";
import { createEar } from "./ear.ts";
import { serveLocal } from "./local.ts";
import { serveOpenAi } from "./open-ai.ts";
import { unknownPath } from "./openai-errors.ts";
import { parseForm } from "./parse-form.ts";
import type { Reply } from "./reply.ts";
import type { ServeContext, ServedRequest } from "./serve-context.ts";

export interface FakeOpenAiOptions {
  /** Whether it is OpenAI or a whisper server on one's own machine. @default openai */
  readonly personality?: "openai" | "local";
  /** The one key that OpenAI takes. @default test-key */
  readonly apiKey?: string;
  /** What it understands; of any other sound it can only tell when there is some. @default none */
  readonly recordings?: readonly Recording[];
  /** Milliseconds before each answer. @default 0 */
  readonly latencyMs?: number;
  /** @default a free one */
  readonly port?: number;
}

export interface FakeOpenAi {
  /** The base URL as `OPENAI_BASE_URL` takes it, with `/v1`. */
  readonly url: string;
  readonly apiKey: string;
  /** What got as far as the model, in order of arrival. */
  readonly requests: readonly ServedRequest[];
  /** The most requests that were under way at once. */
  readonly peak: () => number;
  /** Queues what happens to the next requests that are in order; after those, all is well again. */
  script(...behaviours: Behaviour[]): void;
  close(): Promise<void>;
}

/**
 * The transcription API over real HTTP, for tests and for work without a key. It checks what the real
 * one checks, and answers with what is said in the audio that it got: see `createEar`.
 */
export async function startFakeOpenAi(options: FakeOpenAiOptions = {}): Promise<FakeOpenAi> {
  const { apiKey = "test-key", recordings = [], personality = "openai", latencyMs = 0 } = options;
  const requests: ServedRequest[] = [];
  const queue: Behaviour[] = [];
  const underWay = { now: 0, peak: 0 };
  const context: ServeContext = {
    apiKey,
    ear: await createEar(recordings),
    nextBehaviour: () => queue.shift() ?? { kind: "answer" },
    onServed: (request) => requests.push(request),
  };
  const serve = personality === "openai" ? serveOpenAi : serveLocal;
  const server = createServer((request, response) => {
    underWay.now += 1;
    underWay.peak = Math.max(underWay.peak, underWay.now);
    response.once("close", () => {
      underWay.now -= 1;
    });
    answer(request, serve, context)
      .then((reply) => deliver(response, reply, latencyMs))
      .catch(() => response.destroy());
  });
  const port = await listen(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}/v1`,
    apiKey,
    requests,
    peak: () => underWay.peak,
    script: (...behaviours) => queue.push(...behaviours),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  serve: typeof serveOpenAi,
  context: ServeContext,
): Promise<Reply> {
  const { method = "GET", url = "/", headers } = request;
  if (method !== "POST" || url !== "/v1/audio/transcriptions") return unknownPath(method, url);
  const body = await buffer(request);
  const key = /^Bearer (.+)$/u.exec(headers.authorization ?? "")?.[1];
  const form = await parseForm(headers["content-type"] ?? "", body);
  return await serve({ key, bodyBytes: body.length, form }, context);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}
