import { localJson } from "./answers.ts";
import { decodeAudio } from "./decode-audio.ts";
import type { Reply } from "./reply.ts";
import type { ArrivedRequest, ServeContext } from "./serve-context.ts";

/**
 * A whisper server on one's own machine: it takes any key and any model, ignores `response_format`,
 * answers with less and with more than OpenAI, and has FastAPI's errors.
 */
export async function serveLocal({ form }: ArrivedRequest, context: ServeContext): Promise<Reply> {
  if (form?.file === undefined) {
    const detail = [{ type: "missing", loc: ["body", "file"], msg: "Field required", input: null }];
    return { status: 422, body: { detail } };
  }
  const decoded = await decodeAudio(form.file);
  if (!decoded.ok) return { status: 400, body: { detail: "Failed to decode audio." } };
  const { pcm } = decoded;
  const seconds = pcm.samples.length / pcm.rate;
  const model = form.fields.get("model") ?? "default";
  const heard = { ...context.ear.hear(pcm), model, seconds };
  context.onServed({
    model,
    fields: Object.fromEntries(form.fields),
    fileName: form.file.name,
    seconds,
  });
  const behaviour = context.nextBehaviour();
  switch (behaviour.kind) {
    case "slow":
      return { status: 200, body: localJson(heard, true), latencyMs: behaviour.latencyMs };
    case "hang":
    case "stall":
    case "reset":
    case "cutOff":
    case "halfJson":
      return { status: 200, body: localJson(heard, true), delivery: behaviour.kind };
    case "textOnly":
      return { status: 200, body: localJson(heard, false) };
    case "errorWithOk":
      return { status: 200, body: { error: "failed to process audio" } };
    case "error":
      return { status: behaviour.status, body: "Internal Server Error" };
    default:
      return { status: 200, body: localJson(heard, true) };
  }
}
