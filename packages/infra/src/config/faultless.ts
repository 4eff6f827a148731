import type { z } from "zod";

/** A check of zod's from a function that says what is wrong with a value, as the end of a sentence. */
export const faultless =
  (fault: (value: string) => string | undefined) =>
  (value: string, context: z.core.$RefinementCtx): void => {
    const found = fault(value);
    if (found !== undefined) {
      context.addIssue({ code: "custom", message: `"${value}" ${found}.` });
    }
  };
