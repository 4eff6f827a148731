import type { Usage } from "@caption-generator/schema";
import type { TokenCount } from "./response.ts";

/** Adds up what the calls of one `write` used. */
export function createTally() {
  let calls = 0;
  let input = 0;
  let output = 0;
  let usd: number | undefined = 0;
  return {
    /** Counts a call, whether or not it is answered. */
    countCall() {
      calls += 1;
    },
    /** @param cost in US dollars; undefined for a model whose price we do not know */
    add(tokens: TokenCount, cost: number | undefined) {
      input += tokens.input;
      output += tokens.output;
      usd = usd === undefined || cost === undefined ? undefined : usd + cost;
    },
    toUsage(): Usage {
      return {
        inputTokens: input,
        outputTokens: output,
        calls,
        ...(usd === undefined ? {} : { costUsd: usd }),
      };
    },
  };
}

export type Tally = ReturnType<typeof createTally>;
