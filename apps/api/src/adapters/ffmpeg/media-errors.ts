import { AppError } from "../../errors/app-error.ts";

const AGAIN = "Play it to see whether it is whole, export it again and upload that.";

/** @param said what ffmpeg printed: it is for the log, since paths are in it */
export function unreadable(said: string): AppError {
  const cause = new Error(said.trim().split("\n").slice(-5).join("\n") || "ffmpeg said nothing");
  if (/moov atom not found/u.test(said)) {
    return new AppError({
      code: "media_unreadable",
      detail: `The file's index is missing (its "moov atom"), as when a recording or a copy was cut off. ${AGAIN}`,
      cause,
    });
  }
  return new AppError({
    code: "media_unreadable",
    detail: `The file is damaged or not complete: it cannot be read to its end. ${AGAIN}`,
    cause,
  });
}

/** There is a picture track, and not one frame of it could be seen. */
export function nothingSeen(): AppError {
  return new AppError({
    code: "media_unreadable",
    detail: `The file says that it has pictures, and not one of them can be read. ${AGAIN}`,
  });
}

export function tookTooLong(seconds: number): AppError {
  return new AppError({
    code: "media_timeout",
    detail: `Taking this file apart took more than ${Math.round(seconds)} s, so we stopped. A shorter or smaller copy may work.`,
  });
}
