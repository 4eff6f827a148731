import type { GenerateRequest } from "./generate-request.ts";
import { promptText } from "./generate-request.ts";

/** What a prompt asks of captions, as a model would gather from its words. */
export interface Wishes {
  readonly tone: string;
  readonly language: string;
  /** Characters to aim for at least. */
  readonly fromCharacters: number;
  readonly maxCharacters: number;
  readonly maxAltText: number;
  readonly hashtags: number;
  readonly emoji: boolean;
  /** The labels of the moments that captions may rest on: `P1`, `S3`. */
  readonly moments: readonly string[];
}

export function readWishes(request: GenerateRequest): Wishes {
  const prompt = promptText(request);
  const find = (pattern: RegExp) => pattern.exec(prompt)?.[1];
  const findNumber = (pattern: RegExp, otherwise: number) => Number(find(pattern) ?? otherwise);
  return {
    tone: find(/\bTone\b[^:]*: (?:<tone>")?([\p{L} -]{1,20})/u)?.trim() ?? "plain",
    language: find(/\bLanguage\b[^:]*: ([\w-]+)/u) ?? "en",
    fromCharacters: findNumber(/(\d+) to \d+ characters/u, 0),
    maxCharacters: findNumber(/never more than (\d+) characters/u, 280),
    maxAltText: findNumber(/Alt text: at most (\d+)/u, 250),
    hashtags: findNumber(/Hashtags: at most (\d+)/u, 0),
    emoji: !/Emoji: none/u.test(prompt),
    moments: [...prompt.matchAll(/\b([PS]\d+) (?:at )?\d/gu)].map(([, label = ""]) => label),
  };
}
