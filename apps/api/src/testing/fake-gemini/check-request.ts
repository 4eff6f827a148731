import type { GenerateRequest } from "./generate-request.ts";
import { invalidArgument } from "./google-errors.ts";
import type { Picture } from "./picture.ts";
import { readPicture } from "./picture.ts";
import type { Reply } from "./reply.ts";

const JSON_TYPES = ["application/json", "text/plain", "text/x.enum"];

export type CheckedRequest =
  | { readonly ok: true; readonly pictures: readonly Picture[] }
  | { readonly ok: false; readonly refusal: Reply };

/** What the model's own front door refuses in a request that is well-formed. */
export function checkRequest(request: GenerateRequest, model: string): CheckedRequest {
  const message = findFault(request, model);
  if (message !== undefined) return refuse(message);
  const pictures: Picture[] = [];
  for (const { inline_data: data } of request.contents.flatMap(({ parts }) => parts)) {
    if (data === undefined) continue;
    const picture = readPicture(Buffer.from(data.data, "base64"));
    if (picture === undefined || picture.mimeType !== data.mime_type) {
      return refuse(
        "Unable to process input image. Please retry or report in https://developers.generativeai.google/guide/troubleshooting",
      );
    }
    pictures.push(picture);
  }
  return { ok: true, pictures };
}

function findFault(request: GenerateRequest, model: string): string | undefined {
  const { generation_config: config, contents } = request;
  if (contents.length === 0) {
    return "* GenerateContentRequest.contents: contents is not specified\n";
  }
  if (contents.some(({ parts }) => parts.length === 0)) {
    return "* GenerateContentRequest.contents[0].parts: contents.parts must not be empty.\n";
  }
  if (!JSON_TYPES.includes(config.response_mime_type)) {
    return `* GenerateContentRequest.generation_config.response_mime_type: allowed mimetypes are ${JSON_TYPES.join(", ")}.\n`;
  }
  if (config.response_schema !== undefined && config.response_mime_type === "text/plain") {
    return "Function calling or a response schema with a response mime type: 'text/plain' is unsupported";
  }
  const level = config.thinking_config.thinking_level;
  if (level === "MINIMAL" && /^gemini-3\.[78]-flash$/u.test(model)) {
    return "'minimal' is not a supported thinking level for this model. Allowed values are: medium, low, high.";
  }
  return undefined;
}

function refuse(message: string): CheckedRequest {
  return { ok: false, refusal: invalidArgument(message) };
}
