import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import type { Pcm } from "../speech/wav.ts";
import { readWav } from "../speech/wav.ts";
import type { UploadedFile } from "./parse-form.ts";

/** The formats of the API by extension, each with ffmpeg's name of it. */
const FORMATS: Readonly<Record<string, string>> = {
  flac: "flac",
  m4a: "mov",
  mp3: "mp3",
  mp4: "mov",
  mpeg: "mp3",
  mpga: "mp3",
  oga: "ogg",
  ogg: "ogg",
  wav: "wav",
  webm: "matroska",
};

const MAX_PCM_BYTES = 512 * 1024 * 1024;

export type Decoded =
  | { readonly ok: true; readonly pcm: Pcm }
  | { readonly ok: false; readonly fault: "extension"; readonly extension: string }
  | { readonly ok: false; readonly fault: "content" };

/** The sound in a file. Its extension alone decides how it is read; all but plain WAV needs ffmpeg. */
export async function decodeAudio({ name, bytes }: UploadedFile): Promise<Decoded> {
  const extension = extname(name).slice(1).toLowerCase();
  const format = FORMATS[extension];
  if (format === undefined) return { ok: false, fault: "extension", extension };
  const plain = format === "wav" ? readWav(bytes) : undefined;
  const pcm = plain ?? (await decodeWithFfmpeg(bytes, format));
  return pcm === undefined ? { ok: false, fault: "content" } : { ok: true, pcm };
}

async function decodeWithFfmpeg(bytes: Buffer, format: string): Promise<Pcm | undefined> {
  const dir = await mkdtemp(join(tmpdir(), "fake-openai-"));
  const path = join(dir, "audio");
  const options = `-v error -nostdin -protocol_whitelist file,pipe -f ${format}`.split(" ");
  const output = "-vn -ac 1 -ar 8000 -f wav pipe:1".split(" ");
  try {
    await writeFile(path, bytes);
    const { stdout } = await promisify(execFile)("ffmpeg", [...options, "-i", path, ...output], {
      encoding: "buffer",
      maxBuffer: MAX_PCM_BYTES,
    });
    return readWav(stdout);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") throw error;
    return undefined;
  } finally {
    await rm(dir, { recursive: true });
  }
}
