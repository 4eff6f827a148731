import { AppError } from "../../errors/app-error.ts";
import type {
  CaptionAnswer,
  CaptionModel,
  CaptionRequest,
  Seen,
  SeenMoment,
  VideoSource,
} from "../../ports/caption-model.ts";
import type { Detector, DetectorConfig } from "./detector/detector.ts";
import { createDetector } from "./detector/detector.ts";
import { keyMoments } from "./sight/key-moments.ts";
import { mergeSights } from "./sight/merge-sights.ts";
import { see } from "./sight/see.ts";
import { seeVideo } from "./sight/see-video.ts";
import type { Sight } from "./sight/sight.ts";
import { sightSchema } from "./sight/sight.ts";
import { describe, writeAltText } from "./writer/alt-text.ts";
import { compose } from "./writer/compose.ts";
import { firstSentence } from "./writer/grammar.ts";
import { sightFromWords } from "./writer/sight-from-words.ts";

export interface OnDeviceConfig {
  readonly detector?: DetectorConfig;
}

/** To be changed with every template, threshold or measure: the cache keeps captions by it. */
const PROMPT_VERSION = "2";
const LANGUAGES = ["en"];
const NOTE =
  "Captions are made on this machine by a small model that knows only 80 kinds of things, light and colour; set GEMINI_API_KEY in .env for captions by Gemini.";
/** What is left of the limits in a repair round, where the first answer broke them. */
const REPAIR_SHARE = 0.8;

/** What was seen, and a sentence of another model's if it was that which saw it. */
interface Material {
  readonly seen: Seen;
  readonly sight: Sight;
  readonly lead?: string;
}

/**
 * A caption model that needs no key and no network: a detector and measurements look at the photo,
 * and captions are put together from sentences that fit what they found.
 *
 * Instructions and brand voice are honoured as far as `readWishes` understands them; a custom tone
 * becomes the preset that comes nearest to it.
 */
export function createOnDeviceModel(config: OnDeviceConfig = {}): CaptionModel {
  const detector = createDetector(config.detector);
  return {
    id: "on-device:centernet",
    onDevice: true,
    promptVersion: PROMPT_VERSION,
    languages: LANGUAGES,
    note: NOTE,
    typicalUsd: () => 0,
    async write(request) {
      checkLanguage(request.options.language);
      const material = await gather(detector, request);
      request.signal.throwIfAborted();
      return answer(material, request);
    },
    close: () => detector.close(),
  };
}

async function gather(detector: Detector, { source, signal }: CaptionRequest): Promise<Material> {
  if (source.kind !== "seen") {
    const { sight, moments = [] } =
      source.kind === "image"
        ? { sight: await see(detector, source.image, signal) }
        : await seeOrRead(detector, source, signal);
    const kept = moments.length === 0 ? {} : { moments };
    return { sight, seen: { description: describe(sight), facts: sight, ...kept } };
  }
  const { seen } = source;
  const ours = sightSchema.safeParse(seen.facts);
  if (ours.success) return { sight: ours.data, seen };
  return {
    sight: sightFromWords(seen.description),
    seen,
    lead: firstSentence(seen.description),
  };
}

/** A recording has no picture: what is named in it is all there is to write of. */
async function seeOrRead(
  detector: Detector,
  { frames, transcript }: VideoSource,
  signal: AbortSignal,
): Promise<{ readonly sight: Sight; readonly moments?: readonly SeenMoment[] }> {
  if (frames.length === 0) {
    const said = transcript?.segments.map(({ text }) => text).join(" ") ?? "";
    return { sight: sightFromWords(said) };
  }
  const seen = await seeVideo(detector, frames, signal);
  const sight = mergeSights(seen.map((picture) => picture.sight));
  return { sight, moments: keyMoments(seen, sight.things, describe) };
}

function answer({ seen, sight, lead }: Material, request: CaptionRequest): CaptionAnswer {
  const { source, options, limits, repair } = request;
  const share = repair === undefined ? 1 : REPAIR_SHARE;
  const drafts = compose({
    sight,
    ...(lead === undefined || lead === "" ? {} : { lead }),
    options,
    limits: { ...limits, maxCharacters: Math.floor(limits.maxCharacters * share) },
    previous: [
      ...(source.kind === "seen" ? source.previous : []),
      ...(repair?.drafts.map(({ body }) => body) ?? []),
    ],
  });
  const altText =
    lead === undefined || lead === "" ? writeAltText(sight, limits.maxAltText) : seen.description;
  const evidence = seen.moments?.map(({ at, description: what }) => ({
    kind: "seen" as const,
    at,
    what,
  }));
  return {
    drafts: evidence === undefined ? drafts : drafts.map((draft) => ({ ...draft, evidence })),
    altText,
    seen,
    usage: { inputTokens: 0, outputTokens: 0, costUsd: 0, calls: 1 },
  };
}

/** @throws AppError language_unsupported */
function checkLanguage(language: string): void {
  if (new Intl.Locale(language).language === "en") return;
  throw new AppError({
    code: "language_unsupported",
    detail: `The on-device caption model writes English only, not "${language}". Choose English, or set GEMINI_API_KEY in .env for captions in other languages.`,
    errors: [{ pointer: "/options/language", detail: `"${language}" is not written here.` }],
  });
}
