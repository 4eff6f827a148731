import { z } from "zod";

const partSchema = z.object({
  text: z.string().optional(),
  inline_data: z.object({ mime_type: z.string(), data: z.string() }).optional(),
});

const contentSchema = z.object({ parts: z.array(partSchema).default([]) });

/** The schema of an answer, as far as the fake goes by it. */
export interface AnswerSchema {
  readonly type?: string | undefined;
  readonly properties?: Readonly<Record<string, AnswerSchema>> | undefined;
  readonly items?: AnswerSchema | undefined;
  readonly min_items?: number | undefined;
  readonly enum?: readonly string[] | undefined;
}

const answerSchema: z.ZodType<AnswerSchema> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    properties: z.record(z.string(), answerSchema).optional(),
    items: answerSchema.optional(),
    min_items: z.number().optional(),
    enum: z.array(z.string()).optional(),
  }),
);

/** The parts of a request that decide about the answer; names in snake_case. */
export const generateRequestSchema = z.object({
  system_instruction: contentSchema.optional(),
  contents: z.array(contentSchema).default([]),
  generation_config: z
    .object({
      max_output_tokens: z.number().default(65_536),
      response_mime_type: z.string().default("text/plain"),
      response_schema: answerSchema.optional(),
      thinking_config: z.object({ thinking_level: z.string().default("MEDIUM") }).prefault({}),
    })
    .prefault({}),
});

export type GenerateRequest = z.infer<typeof generateRequestSchema>;

/** All that the prompt says, the system instruction left out. */
export function promptText({ contents }: GenerateRequest): string {
  const parts = contents.flatMap((content) => content.parts);
  return parts.flatMap(({ text }) => (text === undefined ? [] : [text])).join("\n");
}
