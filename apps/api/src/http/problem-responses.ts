import { problemSchema } from "@caption-generator/schema";

/** The problem answers that every route may give, for the OpenAPI document. */
export const problemResponses = {
  default: {
    description: "What went wrong and what to do about it",
    content: { "application/problem+json": { schema: problemSchema } },
  },
} as const;
