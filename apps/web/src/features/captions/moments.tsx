import type { Evidence } from "@caption-generator/schema";
import { clockTime } from "../../lib/clock-time.ts";

interface MomentsProps {
  readonly evidence: readonly Evidence[];
  /** What captions are written in, and what is spoken in the video where that is known; as BCP 47 tags. */
  readonly language: string;
  readonly spoken: string | undefined;
  readonly onSeek: ((seconds: number) => void) | undefined;
}

/** The moments of a video that a caption rests on; each shows itself in the preview, where there is one. */
export function Moments({ evidence, language, spoken, onSeek }: MomentsProps) {
  return (
    <ul
      aria-label="Rests on"
      className="col-span-2 flex flex-col gap-1 text-sm text-soft sm:col-span-1"
    >
      {evidence.map((moment) => (
        <li key={`${moment.kind} ${moment.at}`} className="flex gap-2">
          {onSeek === undefined ? (
            <span className="tabular-nums">{clockTime(moment.at)}</span>
          ) : (
            <button
              type="button"
              className="h-fit min-h-6 min-w-11 cursor-pointer text-left text-accent tabular-nums underline"
              aria-label={`Show ${clockTime(moment.at)} in the preview`}
              onClick={() => onSeek(moment.at)}
            >
              {clockTime(moment.at)}
            </button>
          )}
          <span
            lang={moment.kind === "said" ? spoken : language}
            dir="auto"
            className="wrap-anywhere min-w-0"
          >
            {textOf(moment)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function textOf(moment: Evidence): string {
  return moment.kind === "said"
    ? `“${moment.words.trim()}”`
    : (moment.what ?? "What is to be seen");
}
