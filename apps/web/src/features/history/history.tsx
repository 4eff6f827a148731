"use client";

import type { Caption } from "@caption-generator/schema";
import { useState } from "react";
import { useFocusInList } from "../../lib/use-focus-in-list.ts";
import { DeleteEverything } from "./delete-everything.tsx";
import { HistoryItem } from "./history-item.tsx";
import { HistoryStatus } from "./history-status.tsx";
import { useHistory } from "./use-history.ts";

interface HistoryProps {
  /** Changes when there is a new caption to show. */
  readonly version: number;
  /** Whether captions are being written: one is begun after the other. */
  readonly busy: boolean;
  readonly onOpen: (caption: Caption) => void;
  readonly onRetry: (caption: Caption) => void;
  /** Told of each caption that was deleted. */
  readonly onRemoved: (id: string) => void;
}

/** This visitor's captions, newest first. */
export function History({ version, busy, onOpen, onRetry, onRemoved }: HistoryProps) {
  const [search, setSearch] = useState("");
  const { captions, found, more, news, loadMore, remove } = useHistory(search, version);
  const { list, heading, focusNext } = useFocusInList(captions.length);
  if (captions.length === 0 && search === "" && news === undefined) return null;

  const showMore = async () => {
    focusNext(captions.length);
    if (!(await loadMore())) focusNext(null);
  };
  const removeAt = async (id: string, index: number) => {
    focusNext(index);
    if (await remove(id)) onRemoved(id);
    else focusNext(null);
  };
  return (
    <section aria-labelledby="history-heading" className="card flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2
          ref={heading}
          id="history-heading"
          tabIndex={-1}
          className="font-semibold text-xl outline-none"
        >
          History
        </h2>
        <input
          type="search"
          aria-label="Search the history"
          placeholder="Search"
          className="field w-full sm:w-64"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </div>
      <HistoryStatus
        news={news}
        found={found ? captions.length : undefined}
        searching={search.trim() !== ""}
        more={more}
      />
      <ul ref={list} className="flex flex-col divide-y divide-line">
        {captions.map((caption, index) => (
          <HistoryItem
            key={caption.id}
            caption={caption}
            busy={busy}
            onOpen={onOpen}
            onRetry={onRetry}
            onRemove={(id) => void removeAt(id, index)}
          />
        ))}
      </ul>
      {more && (
        <button type="button" className="button self-center" onClick={() => void showMore()}>
          Show more
        </button>
      )}
      <DeleteEverything />
    </section>
  );
}
