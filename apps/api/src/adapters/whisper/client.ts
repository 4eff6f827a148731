import { openAsBlob } from "node:fs";
import { basename, extname } from "node:path";
import OpenAI, { APIError } from "openai";
import type { WhisperSettings } from "./config.ts";

/** Where a model is asked, and which. */
export type ModelAddress = Pick<WhisperSettings, "apiKey" | "baseUrl"> & { readonly model: string };

/** `verbose_json` has times; some models answer with `json` alone. */
export type ResponseFormat = "verbose_json" | "json";

export interface WhisperCall {
  readonly file: File;
  readonly format: ResponseFormat;
  /** ISO 639, where somebody knows what is spoken. */
  readonly language: string | undefined;
}

/**
 * The one place that calls the SDK. Each call is one HTTP request: its retries are off, for ours know
 * of deadlines and tell the person. All that it would read from the environment by itself is given.
 */
export function createWhisperClient({ apiKey, baseUrl, model }: ModelAddress) {
  const sdk = new OpenAI({
    // It insists on a key; a server that takes none is not shown one.
    apiKey: apiKey ?? "none",
    ...(apiKey === undefined ? { defaultHeaders: { Authorization: null } } : {}),
    baseURL: baseUrl,
    organization: null,
    project: null,
    adminAPIKey: null,
    maxRetries: 0,
    logLevel: "off",
  });
  return {
    /** @returns the response as it came, which may be text; its form is not checked */
    async transcribe(call: WhisperCall, signal: AbortSignal): Promise<unknown> {
      const { file, format, language } = call;
      return await sdk.audio.transcriptions.create(
        {
          file,
          model,
          response_format: format,
          ...(language === undefined ? {} : { language }),
        },
        { signal },
      );
    },
  };
}

/** Read from disk while it is sent. Its name's extension is all that tells the API its format. */
export async function openAudio(path: string): Promise<File> {
  return new File([await openAsBlob(path)], `audio${extname(basename(path)).toLowerCase()}`);
}

/** Whether a model refuses `verbose_json`, as OpenAI says it and as servers like it do. */
export function refusesFormat(error: unknown): boolean {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return false;
  return error.param === "response_format" || /response_format|verbose_json/u.test(error.message);
}
