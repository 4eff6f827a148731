import type { Abilities } from "./abilities.ts";

/** The line that says that everything answers, and what this installation can do; undefined where it is private. */
export function readyLine(url: string, logs: string, abilities: Abilities | undefined): string {
  const said =
    abilities === undefined ? ["private: the page asks for the access token"] : all(abilities);
  return `caption-generator is ready: ${url}  (${[...said, `logs: ${logs}`].join("; ")})`;
}

function all({ captionModel, scanner, video, transcriber }: Abilities): readonly string[] {
  return [
    `captions: ${captionModel.id}${captionModel.onDevice ? " on-device" : ""}${because(captionModel.note)}`,
    ability("scanner", scanner.active, scanner.note),
    ability("video", video.possible, video.note),
    ...(video.possible ? [ability("speech", transcriber.active, transcriber.note)] : []),
  ];
}

const ability = (name: string, on: boolean, note: string): string =>
  `${name}: ${on ? "on" : "off"}${because(note)}`;

const because = (note: string | undefined): string =>
  note === undefined ? "" : `, ${note.replace(/\.$/u, "")}`;
