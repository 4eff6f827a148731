import { behave } from "./behave.ts";
import type { Behaviour } from "./behaviour.ts";
import { checkRequest } from "./check-request.ts";
import { generateRequestSchema } from "./generate-request.ts";
import { invalidArgument, invalidKey, noKey, unknownModel } from "./google-errors.ts";
import { parseRequest } from "./parse-request.ts";
import type { Picture } from "./picture.ts";
import type { Reply } from "./reply.ts";

const MAX_BODY_BYTES = 20 * 1024 * 1024;

export interface ArrivedRequest {
  readonly method: string;
  readonly path: string;
  readonly apiKey: string | undefined;
  readonly body: Buffer;
}

/** A request that got as far as the model. The bytes of its pictures are not kept. */
export interface ServedRequest {
  readonly model: string;
  /** The body as it was sent, but for the pictures: each is `[N characters]`. */
  readonly body: unknown;
  readonly pictures: readonly Picture[];
  /** Whether its answer was sent whole, to a client that was still there. */
  answered: boolean;
}

export interface RouteContext {
  readonly apiKey: string;
  readonly models: readonly string[];
  readonly nextBehaviour: () => Behaviour;
  readonly onServed: (request: ServedRequest) => void;
}

const ROUTE = /^\/v1beta\/models\/([^/:]+)(?::(generateContent|streamGenerateContent))?$/u;

/** Gemini's order of checks: the body's form, the key, the model, and only then the content. */
export function route(arrived: ArrivedRequest, context: RouteContext): Reply {
  const [, model = "", method] = ROUTE.exec(arrived.path) ?? [];
  if (arrived.method !== (method === undefined ? "GET" : "POST")) return unknownModel(model);
  if (arrived.body.length > MAX_BODY_BYTES) {
    return invalidArgument(`Request payload size exceeds the limit: ${MAX_BODY_BYTES} bytes.`);
  }
  const parsed = method === undefined ? undefined : parseRequest(arrived.body.toString("utf8"));
  if (parsed?.ok === false) return parsed.refusal;
  if (arrived.apiKey === undefined || arrived.apiKey === "") return noKey();
  if (arrived.apiKey !== context.apiKey) return invalidKey();
  if (!context.models.includes(model)) return unknownModel(model);
  if (parsed === undefined) return describeModel(model);
  const request = generateRequestSchema.parse(parsed.body);
  const checked = checkRequest(request, model);
  if (!checked.ok) return checked.refusal;
  const { pictures } = checked;
  context.onServed({ model, body: withoutBytes(arrived.body), pictures, answered: false });
  return behave(context.nextBehaviour(), { model, request, pictures });
}

function withoutBytes(body: Buffer): unknown {
  return JSON.parse(body.toString("utf8"), (name, value: unknown) =>
    name === "data" && typeof value === "string" ? `[${value.length} characters]` : value,
  );
}

function describeModel(model: string): Reply {
  const body = {
    name: `models/${model}`,
    version: model,
    displayName: model,
    inputTokenLimit: 1_048_576,
    outputTokenLimit: 65_536,
    supportedGenerationMethods: ["generateContent", "countTokens"],
    thinking: true,
  };
  return { status: 200, body };
}
