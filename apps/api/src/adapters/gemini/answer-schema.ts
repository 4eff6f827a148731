import { plainTextSchema } from "@caption-generator/schema";
import type { ResponseSchema } from "@google/generative-ai";
import { SchemaType } from "@google/generative-ai";
import { z } from "zod";

const text = plainTextSchema.min(1);

/** What the model is to answer, as we read it. */
export const answerSchema = z.object({
  description: text,
  altText: text,
  pictures: z.array(plainTextSchema).default([]),
  captions: z.array(
    z.object({
      body: text,
      hashtags: z.array(plainTextSchema).default([]),
      restsOn: z.array(plainTextSchema).default([]),
    }),
  ),
});

export type Answer = z.infer<typeof answerSchema>;

export interface AnswerShape {
  /** How many captions. */
  readonly variants: number;
  /** How many pictures of a video are to be told of one by one. */
  readonly pictures: number;
  /** Whether there are moments that captions may rest on. */
  readonly moments: boolean;
}

const LABELS: ResponseSchema = {
  type: SchemaType.ARRAY,
  description: "The labels of the moments that the caption rests on: P2, S5.",
  items: { type: SchemaType.STRING },
  maxItems: 3,
};

function pictureList(pictures: number): ResponseSchema {
  return {
    type: SchemaType.ARRAY,
    description: "What each picture shows, in order: a sentence of at most ten words.",
    items: { type: SchemaType.STRING },
    minItems: pictures,
    maxItems: pictures,
  };
}

/** The same as Gemini takes it: its own dialect of OpenAPI's schemas, which `z.toJSONSchema` is not. */
export function toResponseSchema({ variants, pictures, moments }: AnswerShape): ResponseSchema {
  const caption: ResponseSchema = {
    type: SchemaType.OBJECT,
    properties: {
      body: { type: SchemaType.STRING, description: "The caption, without hashtags." },
      hashtags: {
        type: SchemaType.ARRAY,
        items: { type: SchemaType.STRING, description: "One hashtag, with its #." },
      },
      ...(moments ? { restsOn: LABELS } : {}),
    },
    required: ["body", "hashtags", ...(moments ? ["restsOn"] : [])],
  };
  return {
    type: SchemaType.OBJECT,
    properties: {
      description: { type: SchemaType.STRING, description: "What is in the photo." },
      altText: { type: SchemaType.STRING, description: "Alt text for a screen reader." },
      ...(pictures > 0 ? { pictures: pictureList(pictures) } : {}),
      captions: {
        type: SchemaType.ARRAY,
        items: caption,
        minItems: variants,
        maxItems: variants,
      },
    },
    required: ["description", "altText", ...(pictures > 0 ? ["pictures"] : []), "captions"],
  };
}
