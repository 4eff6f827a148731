import type { Behaviour } from "./behaviour.ts";
import type { Filling } from "./fill-schema.ts";
import { fillSchema } from "./fill-schema.ts";
import type { Asked } from "./generate-response.ts";
import { emptyCandidate, textCandidate, toResponse } from "./generate-response.ts";
import { plainError, rateLimited, unsupportedRegion } from "./google-errors.ts";
import type { Reply } from "./reply.ts";
import { readWishes } from "./wishes.ts";
import { createWriter } from "./writer.ts";

/** The reply to a request that is in order, when Gemini has this kind of day. */
export function behave(behaviour: Behaviour, asked: Asked): Reply {
  const ok = (outcome: Parameters<typeof toResponse>[1]): Reply => ({
    status: 200,
    body: toResponse(asked, outcome),
  });
  const say = (text: string) => ok(textCandidate(asked, text));
  switch (behaviour.kind) {
    case "slow":
      return { ...say(write(asked)), latencyMs: behaviour.latencyMs };
    case "hang":
    case "stall":
    case "reset":
    case "cutOff":
      return { ...say(write(asked)), delivery: behaviour.kind };
    case "rateLimit":
      return rateLimited(asked.model, behaviour.retryDelay);
    case "error":
      return plainError(behaviour.status);
    case "region":
      return unsupportedRegion();
    case "blockPrompt":
      return ok({ blockReason: behaviour.reason });
    case "finish":
      return ok(emptyCandidate(behaviour.reason));
    case "maxTokens":
      return ok(emptyCandidate("MAX_TOKENS"));
    case "parts":
      return ok(inParts(asked));
    case "empty":
      return say("");
    case "notJson":
      return say("Sure! Here are some captions you might like.");
    case "breakSchema":
      return say('{"description": "A photo.", "captions": "none"}');
    default:
      return say(write(asked, behaviour.kind));
  }
}

function inParts(asked: Asked) {
  const text = write(asked);
  const middle = Math.floor(text.length / 2);
  return textCandidate(asked, text, [
    { text: "**Looking at the photo**", thought: true },
    { text: text.slice(0, middle) },
    { text: text.slice(middle) },
  ]);
}

type Manner = Extract<Behaviour["kind"], "answer" | "tooFew" | "tooMany" | "tooLong" | "chatter">;

/** An answer of the form that was asked for; a sentence where none was. */
function write({ request, pictures }: Asked, manner: Manner = "answer"): string {
  const writer = createWriter(readWishes(request), pictures[0]);
  const schema = request.generation_config.response_schema;
  if (schema === undefined) return writer.caption(0);
  const filling: Filling = {
    listLength: (asked) => asked + (LENGTH_CHANGES[manner] ?? 0),
    caption: (index) => {
      if (manner === "tooLong") return writer.longCaption(index);
      return manner === "chatter" ? writer.chattyCaption(index) : writer.caption(index);
    },
  };
  return JSON.stringify(fillSchema(schema, writer, filling));
}

const LENGTH_CHANGES: Partial<Record<Manner, number>> = { tooFew: -1, tooMany: 1 };
