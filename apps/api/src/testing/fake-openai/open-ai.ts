import type { Heard } from "./answers.ts";
import { invent, plainJson, verboseJson } from "./answers.ts";
import type { Behaviour } from "./behaviour.ts";
import { decodeAudio } from "./decode-audio.ts";
import * as errors from "./openai-errors.ts";
import type { Form } from "./parse-form.ts";
import type { Reply } from "./reply.ts";
import type { ArrivedRequest, ServeContext } from "./serve-context.ts";

const OPENAI_MAX_BYTES = 26_214_400;
const MODELS = ["whisper-1", "gpt-transcribe", "gpt-4o-transcribe", "gpt-4o-mini-transcribe"];
const MAX_SECONDS = 1_400;
const MIN_SECONDS = 0.1;

/** OpenAI's checks, and its answer. */
export async function serveOpenAi(
  { key, bodyBytes, form }: ArrivedRequest,
  context: ServeContext,
): Promise<Reply> {
  if (key !== context.apiKey) return errors.invalidKey(key ?? "");
  if (bodyBytes > OPENAI_MAX_BYTES) return errors.tooLarge(OPENAI_MAX_BYTES, bodyBytes);
  const model = form?.fields.get("model");
  if (form?.file === undefined) return errors.missing("file");
  if (model === undefined) return errors.missing("model");
  if (!MODELS.includes(model)) return errors.unknownModel(model);
  const format = form.fields.get("response_format") ?? "json";
  if (format === "verbose_json" && model !== "whisper-1")
    return errors.refusedFormat(format, model);
  const decoded = await decodeAudio(form.file);
  if (!decoded.ok) {
    const { fault } = decoded;
    return fault === "extension"
      ? errors.unsupportedExtension(decoded.extension)
      : errors.corrupt();
  }
  const { pcm } = decoded;
  const seconds = pcm.samples.length / pcm.rate;
  const refusal = model === "whisper-1" ? undefined : checkDuration(seconds);
  if (refusal !== undefined) return refusal;
  const heard = { ...context.ear.hear(pcm), model, seconds };
  context.onServed({
    model,
    fields: Object.fromEntries(form.fields),
    fileName: form.file.name,
    seconds,
  });
  return behave(context.nextBehaviour(), heard, form, bodyBytes);
}

function checkDuration(seconds: number): Reply | undefined {
  if (seconds > MAX_SECONDS) {
    return errors.badDuration(seconds, "longer", `${MAX_SECONDS} seconds which is the maximum`);
  }
  if (seconds < MIN_SECONDS) {
    return errors.badDuration(seconds, "shorter", `${MIN_SECONDS} seconds which is the minimum`);
  }
  return undefined;
}

function behave(behaviour: Behaviour, heard: Heard, form: Form, bodyBytes: number): Reply {
  const isVerbose = form.fields.get("response_format") === "verbose_json";
  const ok = { status: 200, body: isVerbose ? verboseJson(heard) : plainJson(heard) };
  switch (behaviour.kind) {
    case "slow":
      return { ...ok, latencyMs: behaviour.latencyMs };
    case "hang":
    case "stall":
    case "reset":
    case "cutOff":
    case "halfJson":
      return { ...ok, delivery: behaviour.kind };
    case "html":
      return { status: 200, type: "text/html", body: "<html><body>Please log in.</body></html>" };
    case "errorWithOk":
      return { status: 200, body: { error: "failed to process audio" } };
    case "rateLimit":
      return errors.rateLimited(behaviour.retryAfter);
    case "quota":
      return errors.quotaUsedUp();
    case "tooLarge":
      return errors.tooLarge(OPENAI_MAX_BYTES, bodyBytes);
    case "corrupt":
      return errors.corrupt();
    case "refuseFormat":
      return errors.refusedFormat("verbose_json", heard.model);
    case "error":
      return errors.plainError(behaviour.status);
    case "invent":
      return { status: 200, body: verboseJson(heard, invent(heard)) };
    default:
      return ok;
  }
}
