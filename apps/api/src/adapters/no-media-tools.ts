import { AppError } from "../errors/app-error.ts";
import type { MediaTools } from "../ports/media-tools.ts";

const NOTE =
  "Videos and sound recordings need ffmpeg. Install it (on Debian: apt-get install ffmpeg), and start again.";

/** Stands where there is no ffmpeg, and says so. */
export function createNoMediaTools(): MediaTools {
  // A video that was declared before ffmpeg was taken away comes here.
  const refuse = async () => {
    throw new AppError({ code: "media_not_possible", detail: NOTE });
  };
  return {
    active: false,
    note: NOTE,
    inspect: refuse,
    frames: refuse,
    sound: refuse,
    cutSound: refuse,
    close: async () => {},
  };
}
