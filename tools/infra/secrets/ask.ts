import { createInterface } from "node:readline/promises";
import type { Readable } from "node:stream";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { Failure } from "../../shared/failure.ts";

/** Standard input, as far as a prompt is concerned. */
export type Input = Readable & { readonly isTTY?: boolean };

/** Where a value comes from that nobody may see. */
export interface Source {
  /** Whether a person is there to be asked. */
  readonly isPerson: boolean;
  /** What is typed until Enter, unseen; or, where nobody types, all of standard input. */
  read(question: string): Promise<string>;
}

/** @param say writes to the person; what is typed is never written */
export const sourceOf = (input: Input, say: (words: string) => void): Source => ({
  isPerson: input.isTTY === true,
  read: (question) => (input.isTTY === true ? readHidden(input, question, say) : text(input)),
});

async function readHidden(
  input: Input,
  question: string,
  say: (words: string) => void,
): Promise<string> {
  // readline echoes into its output, so that one leads nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: nowhere, terminal: true });
  const stopped = new AbortController();
  lines.on("SIGINT", () => stopped.abort());
  say(question);
  try {
    return await lines.question("", { signal: stopped.signal });
  } catch (error) {
    throw stopped.signal.aborted ? new Failure("Nothing was put: you stopped it.", 130) : error;
  } finally {
    lines.close();
    say("\n");
  }
}
