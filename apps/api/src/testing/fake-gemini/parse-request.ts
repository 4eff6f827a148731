import { badField } from "./google-errors.ts";
import type { Reply } from "./reply.ts";
import type { Shape } from "./request-shape.ts";
import { REQUEST_SHAPE } from "./request-shape.ts";

const TYPES = "type.googleapis.com/google.ai.generativelanguage.v1beta";

const PROTOBUF_TYPES = {
  string: "TYPE_STRING",
  bytes: "TYPE_BYTES",
  int: "TYPE_INT32",
  number: "TYPE_FLOAT",
  boolean: "TYPE_BOOL",
} as const;

export type ParsedRequest =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly refusal: Reply };

/**
 * Reads the body as Google's JSON-to-protobuf layer does, which comes before everything else: names
 * in camelCase or snake_case, and no name that is not known.
 *
 * @returns the body with all its names in snake_case, or the 400 that it gets
 */
export function parseRequest(json: string): ParsedRequest {
  try {
    return { ok: true, body: convert(JSON.parse(json), REQUEST_SHAPE, "") };
  } catch (error) {
    if (error instanceof Violation) {
      return { ok: false, refusal: badField(error.field, error.message) };
    }
    const message = "Invalid JSON payload received. Unexpected token.";
    return { ok: false, refusal: badField("", message) };
  }
}

class Violation extends Error {
  readonly field: string;

  constructor(field: string, description: string) {
    super(description);
    this.field = field;
  }
}

function convert(value: unknown, shape: Shape, path: string): unknown {
  switch (shape.kind) {
    case "any":
      return value;
    case "message":
      return convertFields(value, path, (name) => shape.fields[toSnakeCase(name)], toSnakeCase);
    case "map":
      return convertFields(
        value,
        path,
        () => shape.of,
        (name) => name,
      );
    case "list":
      if (!Array.isArray(value)) throw invalid(path, "TYPE_MESSAGE", value);
      return value.map((item, index) => convert(item, shape.of, `${path}[${index}]`));
    case "enum":
      if (typeof value === "string" && shape.values.includes(value.toUpperCase())) {
        return value.toUpperCase();
      }
      throw invalid(path, `${TYPES}.${shape.type}`, value);
    default:
      if (!isScalar(value, shape.kind)) throw invalid(path, PROTOBUF_TYPES[shape.kind], value);
      return value;
  }
}

function convertFields(
  value: unknown,
  path: string,
  shapeOf: (name: string) => Shape | undefined,
  rename: (name: string) => string,
): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw invalid(path, "TYPE_MESSAGE", value);
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => {
      const shape = shapeOf(name);
      if (shape === undefined) throw unknownName(name, path);
      const at = path === "" ? rename(name) : `${path}.${rename(name)}`;
      return [rename(name), convert(field, shape, at)];
    }),
  );
}

function isScalar(value: unknown, kind: keyof typeof PROTOBUF_TYPES): boolean {
  switch (kind) {
    case "string":
      return typeof value === "string";
    case "bytes":
      return typeof value === "string" && /^[\w+/-]*={0,2}$/u.test(value) && value.length % 4 === 0;
    case "boolean":
      return typeof value === "boolean";
    case "int":
      return Number.isInteger(value);
    case "number":
      return typeof value === "number";
  }
}

function invalid(path: string, type: string, value: unknown): Violation {
  const shown = JSON.stringify(value)?.slice(0, 80);
  const what =
    type === "TYPE_BYTES"
      ? `(TYPE_BYTES), Base64 decoding failed for ${shown}`
      : `(${type}), ${shown}`;
  return new Violation(path, `Invalid value at '${path}' ${what}`);
}

function unknownName(name: string, path: string): Violation {
  const at = path === "" ? "" : ` at '${path}'`;
  const description = `Invalid JSON payload received. Unknown name "${name}"${at}: Cannot find field.`;
  return new Violation(path, description);
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}
