/** What a field of the request may hold; field names in snake_case, as Google's messages have them. */
export type Shape =
  | { readonly kind: "any" }
  | { readonly kind: "string" | "bytes" | "int" | "number" | "boolean" }
  | { readonly kind: "enum"; readonly type: string; readonly values: readonly string[] }
  | { readonly kind: "list" | "map"; readonly of: Shape }
  | { readonly kind: "message"; readonly fields: Readonly<Record<string, Shape>> };

const any: Shape = { kind: "any" };
const string: Shape = { kind: "string" };
const int: Shape = { kind: "int" };
const number: Shape = { kind: "number" };
const boolean: Shape = { kind: "boolean" };
const list = (of: Shape): Shape => ({ kind: "list", of });
const message = (fields: Readonly<Record<string, Shape>>): Shape => ({ kind: "message", fields });
const oneOf = (type: string, ...values: string[]): Shape => ({ kind: "enum", type, values });

const responseSchema: Shape = message({
  type: oneOf("Type", "STRING", "NUMBER", "INTEGER", "BOOLEAN", "ARRAY", "OBJECT", "NULL"),
  format: string,
  title: string,
  description: string,
  nullable: boolean,
  enum: list(string),
  max_items: int,
  min_items: int,
  required: list(string),
  property_ordering: list(string),
  min_length: int,
  max_length: int,
  minimum: number,
  maximum: number,
  pattern: string,
  example: any,
  default: any,
  get properties(): Shape {
    return { kind: "map", of: responseSchema };
  },
  get items(): Shape {
    return responseSchema;
  },
  get any_of(): Shape {
    return list(responseSchema);
  },
});

const resolutionLevels = ["LOW", "MEDIUM", "HIGH"].map((level) => `MEDIA_RESOLUTION_${level}`);

const part = message({
  text: string,
  inline_data: message({ mime_type: string, data: { kind: "bytes" } }),
  file_data: message({ mime_type: string, file_uri: string }),
  thought: boolean,
  thought_signature: { kind: "bytes" },
  video_metadata: message({ fps: number, start_offset: string, end_offset: string }),
  media_resolution: message({ level: oneOf("PartMediaResolution.Level", ...resolutionLevels) }),
  function_call: any,
  function_response: any,
  executable_code: any,
  code_execution_result: any,
});

const content = message({ role: string, parts: list(part) });

const generationConfig = message({
  candidate_count: int,
  stop_sequences: list(string),
  max_output_tokens: int,
  temperature: number,
  top_p: number,
  top_k: number,
  seed: int,
  presence_penalty: number,
  frequency_penalty: number,
  response_logprobs: boolean,
  logprobs: int,
  response_mime_type: string,
  response_schema: responseSchema,
  response_json_schema: any,
  response_format: message({
    text: message({
      mime_type: oneOf("TextResponseFormat.MimeType", "APPLICATION_JSON", "TEXT_PLAIN"),
      schema: any,
    }),
  }),
  thinking_config: message({
    include_thoughts: boolean,
    thinking_budget: int,
    thinking_level: oneOf("ThinkingConfig.ThinkingLevel", "MINIMAL", "LOW", "MEDIUM", "HIGH"),
  }),
  media_resolution: oneOf("GenerationConfig.MediaResolution", ...resolutionLevels),
});

/** GenerateContentRequest of v1beta, as far as a caption product may come to use it. */
export const REQUEST_SHAPE = message({
  system_instruction: content,
  contents: list(content),
  generation_config: generationConfig,
  safety_settings: list(message({ category: string, threshold: string })),
  tools: list(any),
  tool_config: any,
  cached_content: string,
  store: boolean,
});
