import { AppError } from "../errors/app-error.ts";
import type { OtherType } from "../photo/photo-type.ts";

/** @param found what the bytes are instead, as far as anybody knows */
export function mediaMismatch(name: string, declared: string, found: string | OtherType): AppError {
  const content =
    typeof found === "string" ? `a photo (${found})` : (found.other ?? "nothing we recognise");
  return new AppError({
    code: "media_type_mismatch",
    detail: `"${name}" is declared as ${declared}, but its content is ${content}. Send an MP4, MOV, WebM or MKV video, or an MP3, M4A, WAV, OGG or FLAC recording.`,
  });
}

/** @param seconds how long it is, by its header; both in seconds */
export const tooLong = (name: string, seconds: number, most: number): AppError =>
  refuse(name, minutes(seconds), most);

/** For what was not read to its end, since it went on after `most` seconds. */
export const goesOn = (name: string, most: number): AppError =>
  refuse(name, `more than ${minutes(most)}`, most);

function refuse(name: string, length: string, most: number): AppError {
  return new AppError({
    code: "media_too_long",
    detail: `"${name}" lasts ${length}; at most ${minutes(most)} are taken here. Cut it and send a part.`,
  });
}

function minutes(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, rest] = [Math.floor(whole / 3_600), whole % 3_600];
  const clock = `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, "0")}`;
  return hours > 0 ? `${hours} h ${clock} min` : `${clock} min`;
}
