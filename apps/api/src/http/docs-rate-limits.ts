import { kindOf } from "../rate-limits/kinds.ts";

const text = (description: string) => ({ description, schema: { type: "string" } });

const TOO_MANY = {
  description: "Too many requests within a minute",
  headers: {
    "Retry-After": { description: "Seconds until then", schema: { type: "integer" } },
    "RateLimit-Policy": text('How many there may be: `"captions";q=60;w=60`. Every answer has it'),
    RateLimit: text('How many are left: `"captions";r=59;t=42`. Every answer has it'),
  },
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

interface Documented {
  readonly paths?: Readonly<Record<string, object>>;
}

/** The OpenAPI document with the answer of each operation that is counted to one request too many. */
export function withRateLimits<T extends Documented>(document: T): T {
  const paths = Object.entries(document.paths ?? {}).map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations).map(([method, operation]) => [
        method,
        kindOf(method.toUpperCase(), path) === undefined ? operation : limited(operation),
      ]),
    ),
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}

const limited = (operation: { readonly responses?: object }) => ({
  ...operation,
  responses: { ...operation.responses, 429: TOO_MANY },
});
