import type { Limits } from "../../packages/schema/src/limits.ts";

export interface Abilities extends Pick<Limits, "captionModel" | "scanner" | "transcriber"> {
  readonly video: Pick<Limits["video"], "possible" | "note">;
}

/** The line that says that everything answers, and what this installation can do. */
export function readyLine(url: string, logs: string, abilities: Abilities): string {
  const { captionModel, scanner, video, transcriber } = abilities;
  const parts = [
    `captions: ${captionModel.id}${captionModel.onDevice ? " on-device" : ""}`,
    ability("scanner", scanner.active, scanner.note),
    ability("video", video.possible, video.note),
    ...(video.possible ? [ability("speech", transcriber.active, transcriber.note)] : []),
    `logs: ${logs}`,
  ];
  return `caption-generator is ready: ${url}  (${parts.join("; ")})`;
}

const ability = (name: string, on: boolean, note: string): string =>
  `${name}: ${on ? "on" : "off"}, ${note.replace(/\.$/u, "")}`;
