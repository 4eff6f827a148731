import { plainTextSchema } from "@caption-generator/schema";
import type { ResponseSchema } from "@google/generative-ai";
import { SchemaType } from "@google/generative-ai";
import { z } from "zod";

const text = plainTextSchema.min(1);

/** What the model is to answer, as we read it. */
export const answerSchema = z.object({
  description: text,
  altText: text,
  captions: z.array(z.object({ body: text, hashtags: z.array(z.string()).default([]) })),
});

export type Answer = z.infer<typeof answerSchema>;

/** The same as Gemini takes it: its own dialect of OpenAPI's schemas, which `z.toJSONSchema` is not. */
export function toResponseSchema(variants: number): ResponseSchema {
  const caption: ResponseSchema = {
    type: SchemaType.OBJECT,
    properties: {
      body: { type: SchemaType.STRING, description: "The caption, without hashtags." },
      hashtags: {
        type: SchemaType.ARRAY,
        items: { type: SchemaType.STRING, description: "One hashtag, with its #." },
      },
    },
    required: ["body", "hashtags"],
  };
  return {
    type: SchemaType.OBJECT,
    properties: {
      description: { type: SchemaType.STRING, description: "What is in the photo." },
      altText: { type: SchemaType.STRING, description: "Alt text for a screen reader." },
      captions: {
        type: SchemaType.ARRAY,
        items: caption,
        minItems: variants,
        maxItems: variants,
      },
    },
    required: ["description", "altText", "captions"],
  };
}
