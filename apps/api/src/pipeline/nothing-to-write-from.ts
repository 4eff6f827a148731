import type { Hearing } from "@caption-generator/schema";
import { AppError } from "../errors/app-error.ts";

const NO_PICTURE = "There is no picture in this file";

/**
 * The problem of a file without a picture, of which nothing was written down either. The hearing's own sentence
 * is about a video that has one.
 */
export function nothingToWriteFrom(hearing: Hearing): AppError {
  return new AppError({ code: "media_empty", detail: detailOf(hearing) });
}

function detailOf({ state, detail }: Hearing): string {
  if (state === "off") {
    return `${NO_PICTURE}, and nobody writes down here what is said in it. Send a video, or have OPENAI_API_KEY or OPENAI_BASE_URL set and the server started again.`;
  }
  if (state === "failed")
    return `${NO_PICTURE}, so its captions need what is said in it. ${detail}`;
  return `${NO_PICTURE}, and nobody is heard to speak in it. Send one with a picture or with speech in it.`;
}
