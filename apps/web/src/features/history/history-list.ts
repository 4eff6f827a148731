import type { Caption, CaptionPage } from "@caption-generator/schema";

/** The captions of the history that are shown. */
export interface HistoryList {
  /** What was searched for. */
  readonly query: string;
  readonly captions: readonly Caption[];
  /** Where there are more; null where there are none. */
  readonly cursor: string | null;
}

export const NOTHING: HistoryList = { query: "", captions: [], cursor: null };

/** The list with its first page loaded anew; of the same search, what was loaded behind that stays. */
export function renewed(before: HistoryList, query: string, page: CaptionPage): HistoryList {
  const fresh = { query, captions: page.items, cursor: page.nextCursor };
  if (query !== before.query || page.nextCursor === null) return fresh;
  const last = before.captions.findIndex(({ id }) => id === page.items.at(-1)?.id);
  const behind = last === -1 ? [] : before.captions.slice(last + 1);
  if (behind.length === 0) return fresh;
  return { query, captions: [...page.items, ...behind], cursor: before.cursor };
}

/** The list with its next page; as it was where another search took its place meanwhile. */
export function continued(before: HistoryList, query: string, page: CaptionPage): HistoryList {
  if (query !== before.query) return before;
  const known = new Set(before.captions.map(({ id }) => id));
  const added = page.items.filter(({ id }) => !known.has(id));
  return { query, captions: [...before.captions, ...added], cursor: page.nextCursor };
}

export function without(list: HistoryList, gone: ReadonlySet<string>): HistoryList {
  return { ...list, captions: list.captions.filter(({ id }) => !gone.has(id)) };
}
