import type { TimedSentence } from "../speech/recording.ts";
import type { HeardSpeech } from "./ear.ts";

export interface Heard extends HeardSpeech {
  readonly model: string;
  /** Seconds of audio. */
  readonly seconds: number;
}

const round = (seconds: number) => Math.round(seconds * 100) / 100;
const textOf = ({ speech }: HeardSpeech) => speech.map(({ text }) => text).join(" ");

interface Measures {
  readonly noSpeechProb: number;
  readonly avgLogprob: number;
}

function toSegment(
  { start, end, text }: TimedSentence,
  id: number,
  { noSpeechProb, avgLogprob }: Measures,
) {
  return {
    id,
    seek: 0,
    start: round(start),
    end: round(end),
    text: ` ${text}`,
    tokens: [50_364, 50_414],
    temperature: 0,
    avg_logprob: avgLogprob,
    compression_ratio: 1.3,
    no_speech_prob: noSpeechProb,
  };
}

const SURE: Measures = { noSpeechProb: 0.01, avgLogprob: -0.25 };
const DOUBTED: Measures = { noSpeechProb: 0.92, avgLogprob: -1.3 };

/** whisper-1's `verbose_json`. */
export function verboseJson(heard: Heard, invented: readonly TimedSentence[] = []) {
  const said = heard.speech.map((sentence, id) => toSegment(sentence, id, SURE));
  const rest = invented.map((sentence, index) => toSegment(sentence, said.length + index, DOUBTED));
  const name = new Intl.DisplayNames(["en"], { type: "language" }).of(heard.language) ?? "english";
  return {
    task: "transcribe",
    language: name.toLowerCase(),
    duration: heard.seconds,
    text: textOf(heard),
    segments: [...said, ...rest],
    usage: durationUsage(heard),
  };
}

/** `json`, which is all that the models after Whisper know. */
export function plainJson(heard: Heard) {
  const text = textOf(heard);
  if (heard.model === "gpt-transcribe") {
    return { text, languages: [{ code: heard.language }], usage: durationUsage(heard) };
  }
  return { text, usage: heard.model === "whisper-1" ? durationUsage(heard) : tokenUsage(heard) };
}

const durationUsage = ({ seconds }: Heard) => ({ type: "duration", seconds: Math.ceil(seconds) });

function tokenUsage({ seconds, speech }: Heard) {
  const audio = Math.ceil(seconds * 10);
  const output = textOf({ speech, language: "" }).split(" ").length;
  return {
    type: "tokens",
    input_tokens: audio,
    output_tokens: output,
    total_tokens: audio + output,
    input_token_details: { audio_tokens: audio, text_tokens: 0 },
  };
}

/**
 * A local server's answer, whatever format was asked for: fields of its own, the language as a code,
 * numbers as text, measures that it does not know as null (vLLM), and no usage.
 */
export function localJson(heard: Heard, segments: boolean) {
  const text = textOf(heard);
  if (!segments) return { text };
  return {
    text,
    language: heard.language,
    duration: String(heard.seconds),
    segments: heard.speech.map((sentence, id) => ({
      id,
      start: sentence.start,
      end: sentence.end,
      text: sentence.text,
      avg_logprob: null,
      no_speech_prob: null,
      words: null,
    })),
    model_load_ms: 12,
  };
}

/** What Whisper makes up: thanks after the last word, and a loop. */
export function invent({ speech, seconds }: Heard): TimedSentence[] {
  const from = speech.at(-1)?.end ?? 0;
  const inSilence = { start: from, end: seconds, text: "Thanks for watching!" };
  return [inSilence, { start: from, end: seconds, text: "you ".repeat(60) }];
}
