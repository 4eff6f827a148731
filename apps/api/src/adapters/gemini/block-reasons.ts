interface Block {
  /** Completes the sentence "Gemini wrote no caption: ...". */
  readonly why: string;
  readonly fix: string;
}

const ANOTHER_PHOTO = "Use another photo, or change the instruction.";

/**
 * Why Gemini declines, by `promptFeedback.blockReason` or a candidate's `finishReason`: the values
 * of BlockReason and FinishReason in the Gemini API reference.
 */
const BLOCKS = new Map<string, Block>(
  Object.entries({
    SAFETY: { why: "its safety filter objects to the photo or the request.", fix: ANOTHER_PHOTO },
    IMAGE_SAFETY: { why: "its safety filter objects to the photo.", fix: "Use another photo." },
    PROHIBITED_CONTENT: { why: "it holds the content to be prohibited.", fix: ANOTHER_PHOTO },
    BLOCKLIST: {
      why: "the request contains a term on its block list.",
      fix: "Change the wording of the instruction, tone or brand voice.",
    },
    RECITATION: {
      why: "what it began to write was too close to a text that exists already.",
      fix: "Ask for another tone, or say in the instruction what the captions should be about.",
    },
    SPII: {
      why: "the photo or the request contains sensitive personal data.",
      fix: "Use a photo without documents, numbers or addresses in it.",
    },
    LANGUAGE: {
      why: "it does not support the language that was asked for.",
      fix: "Choose another language.",
    },
  }),
);

const UNNAMED: Block = { why: "it gave no reason.", fix: ANOTHER_PHOTO };

/** Whether a candidate that ended for this reason was held back, rather than finished or cut. */
export function isBlock(finishReason: string): boolean {
  return BLOCKS.has(finishReason);
}

export function explainBlock(reason: string): Block {
  return BLOCKS.get(reason) ?? UNNAMED;
}
