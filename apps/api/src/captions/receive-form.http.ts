import type { Readable } from "node:stream";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { CaptionOptions } from "@caption-generator/schema";
import { captionOptionsSchema, PHOTO_LIMITS } from "@caption-generator/schema";
import busboy from "busboy";
import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import { invalidOptions } from "../errors/invalid-options.ts";
import type { UploadRecord } from "../ports/records.ts";
import { discardUpload } from "../uploads/discard-upload.ts";
import { receiveFile } from "../uploads/receive-file.ts";

/** Room for every option at its longest, in bytes. */
const MAX_OPTIONS_BYTES = 64 * 1024;

/** What a form has beside its file, in bytes, at the most. */
const BESIDE_FILE_BYTES = 1024 * 1024;

export interface ReceivedForm {
  readonly upload: UploadRecord;
  readonly options: CaptionOptions;
}

interface FormInput {
  readonly sessionId: string;
  readonly contentType: string;
  readonly body: Readable;
}

/**
 * Reads a multipart request with a `file` and, optionally, `options` as JSON; the file streams to
 * the store as it comes. Nothing is left behind where the request is refused.
 * @throws AppError invalid_request, invalid_json, invalid_options, upload_*, image_type_mismatch
 */
export async function receiveForm(deps: Deps, input: FormInput): Promise<ReceivedForm> {
  let file: Promise<UploadRecord> | undefined;
  let options: string | undefined;
  let surplus: string | undefined;
  const { possible, maxBytes } = deps.limits.video;
  const largest = Math.max(PHOTO_LIMITS.maxBytes, possible ? maxBytes : 0);
  const parser = openParser(input.contentType, largest);
  parser.on("file", (field, stream, { filename, mimeType }) => {
    if (field !== "file" || file !== undefined) {
      surplus ??= field === "file" ? 'more than one "file"' : unknownField(field);
      stream.resume();
      return;
    }
    // The parser waits for ever on a file that was destroyed, so a refused one is read to its end.
    const body = stream.pipe(new PassThrough());
    stream.on("error", (error) => body.destroy(error));
    const name = filename ?? "";
    file = receiveFile(deps, { sessionId: input.sessionId, name, type: mimeType, body });
    file.catch(() => stream.unpipe(body).resume());
  });
  parser.on("field", (field, value, { valueTruncated }) => {
    if (field !== "options") surplus ??= unknownField(field);
    else if (options !== undefined) surplus ??= 'more than one "options"';
    else if (valueTruncated) surplus ??= `"options" of more than ${MAX_OPTIONS_BYTES} bytes`;
    options ??= value;
  });
  const parsed = pipeline(input.body, atMost(largest + BESIDE_FILE_BYTES), parser).catch(
    (cause) => {
      if (cause instanceof AppError) throw cause;
      throw endedEarly(cause);
    },
  );
  const [form, received] = await Promise.allSettled([
    parsed,
    parsed.then(
      () => file,
      () => file,
    ),
  ]);
  try {
    // A form that ends early takes its file along: then it is the form that was wrong.
    if (received.status === "rejected" && received.reason instanceof AppError)
      throw received.reason;
    if (form.status === "rejected") throw form.reason;
    if (received.status === "rejected") throw received.reason;
    if (received.value === undefined) {
      throw brokenForm('The form has no "file". With curl: -F file=@photo.jpg');
    }
    if (surplus !== undefined) {
      throw brokenForm(`The form has ${surplus}. Send one "file" and, if need be, "options".`);
    }
    return { upload: received.value, options: parseOptions(options ?? "{}") };
  } catch (error) {
    const upload = received.status === "fulfilled" ? received.value : undefined;
    if (upload) await discardUpload(deps, { sessionId: input.sessionId, id: upload.id });
    throw error;
  }
}

const unknownField = (name: string) => `a field "${name.slice(0, 40)}" we do not read`;

function atMost(maxBytes: number) {
  return async function* (chunks: AsyncIterable<Uint8Array>) {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      yield chunk;
    }
  };
}

function tooLarge(maxBytes: number) {
  return new AppError({
    code: "upload_too_large",
    detail: `The request is larger than the ${maxBytes} bytes that a file and its options may have.`,
  });
}

function openParser(contentType: string, largest: number) {
  try {
    return busboy({
      headers: { "content-type": contentType },
      defParamCharset: "utf8",
      limits: {
        files: 2,
        fields: 8,
        fieldSize: MAX_OPTIONS_BYTES,
        fileSize: largest + 1,
      },
    });
  } catch (cause) {
    throw brokenForm(
      "The multipart content type names no boundary. Let your client set the header.",
      cause,
    );
  }
}

function parseOptions(text: string): CaptionOptions {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new AppError({
      code: "invalid_json",
      detail: `The form's "options" are not JSON. Write them like {"tone":"witty","length":"short"}.`,
      cause,
    });
  }
  const parsed = captionOptionsSchema.safeParse(json);
  if (!parsed.success) throw invalidOptions(parsed.error);
  return parsed.data;
}

function endedEarly(cause: unknown) {
  return brokenForm("The multipart body ended early or is not well-formed. Send it again.", cause);
}

function brokenForm(detail: string, cause?: unknown) {
  return new AppError({ code: "invalid_request", detail, cause });
}
