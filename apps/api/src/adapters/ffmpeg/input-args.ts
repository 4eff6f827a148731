import type { MediaType } from "@caption-generator/schema";

/** By what a file is, told from its bytes: no other demuxer gets to see it. */
const DEMUXERS: Readonly<Record<MediaType, string>> = {
  "video/mp4": "mov",
  "video/quicktime": "mov",
  "audio/mp4": "mov",
  "video/webm": "matroska",
  "video/x-matroska": "matroska",
  "audio/mpeg": "mp3",
  "audio/wav": "wav",
  "audio/ogg": "ogg",
  "audio/flac": "flac",
};

/**
 * How a file of somebody else's is opened. A playlist or a concat script names other files and
 * addresses, and ffmpeg would go there: with the demuxer given it is never taken for one, and with the
 * protocols given nothing but a local file can be opened at all.
 */
export const inputArgs = (path: string, type: MediaType): string[] => [
  "-protocol_whitelist",
  "file,pipe",
  "-f",
  DEMUXERS[type],
  "-i",
  `file:${path}`,
];

/**
 * How much of a file is decoded at most, as an option of what comes out: its header claims any length. A second
 * more than `maxSeconds` shows that there is more.
 */
export const noLongerThan = (maxSeconds: number): string[] => ["-t", String(maxSeconds + 1)];

/** For every call: no questions, no banner, no progress. */
export const QUIET = ["-hide_banner", "-nostdin", "-nostats"] as const;
