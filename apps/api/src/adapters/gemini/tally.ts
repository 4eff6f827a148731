import type { Usage } from "@caption-generator/schema";
import { costUsd } from "./price.ts";
import type { TokenCount } from "./response.ts";

/** Adds up what the calls of one `write` used. */
export function createTally() {
  let calls = 0;
  let input = 0;
  let output = 0;
  return {
    /** Counts a call, whether or not it is answered. */
    countCall() {
      calls += 1;
    },
    add(tokens: TokenCount) {
      input += tokens.input;
      output += tokens.output;
    },
    /** @param at milliseconds since the epoch, for the price */
    toUsage(model: string, at: number): Usage {
      const cost = costUsd(model, { input, output }, at);
      return {
        inputTokens: input,
        outputTokens: output,
        calls,
        ...(cost === undefined ? {} : { costUsd: cost }),
      };
    },
  };
}

export type Tally = ReturnType<typeof createTally>;
