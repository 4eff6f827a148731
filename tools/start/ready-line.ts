import type { Limits } from "../../packages/schema/src/limits.ts";

export type Abilities = Pick<Limits, "captionModel" | "scanner" | "video">;

/** The line that says that everything answers, and what this installation can do. */
export function readyLine(url: string, logs: string, abilities: Abilities): string {
  const { captionModel, scanner, video } = abilities;
  const parts = [
    `captions: ${captionModel.id}${captionModel.onDevice ? " on-device" : ""}`,
    `scanner: ${scanner.active ? "on" : "off"}, ${scanner.note.replace(/\.$/u, "")}`,
    `video: ${video.possible ? "on" : `off${video.why === undefined ? "" : `, ${video.why}`}`}`,
    `logs: ${logs}`,
  ];
  return `caption-generator is ready: ${url}  (${parts.join("; ")})`;
}
