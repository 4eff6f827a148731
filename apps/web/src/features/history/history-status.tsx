import type { HistoryNews } from "./use-history.ts";

interface HistoryStatusProps {
  readonly news: HistoryNews | undefined;
  /** What was searched for and found; undefined until that is known. */
  readonly found: number | undefined;
  readonly searching: boolean;
  readonly more: boolean;
}

/** What became of a search, or of what was tried; always there, so that screen readers say it when it changes. */
export function HistoryStatus(props: HistoryStatusProps) {
  const { news, found } = props;
  const look = news === "not removed" ? "text-alarm" : "text-soft";
  const seen = news === "not removed" || news === "not loaded" || found === 0;
  return (
    <p role="status" className={seen ? look : "sr-only"}>
      {wordsFor(props)}
    </p>
  );
}

function wordsFor({ news, found, searching, more }: HistoryStatusProps): string {
  if (news === "not loaded") return "The history cannot be loaded right now.";
  if (news === "not removed") return "This could not be deleted. Try again in a moment.";
  if (found === 0) return searching ? "Nothing found." : "Nothing is left in the history.";
  if (searching && found !== undefined) return `${found}${more ? " or more" : ""} found.`;
  return news === "removed" ? "Deleted." : "";
}
