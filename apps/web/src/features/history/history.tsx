"use client";

import type { Caption } from "@caption-generator/schema";
import { useState } from "react";
import { DeleteEverything } from "./delete-everything.tsx";
import { HistoryItem } from "./history-item.tsx";
import { useHistory } from "./use-history.ts";

interface HistoryProps {
  /** Changes when there is a new caption to show. */
  readonly version: number;
  /** Whether captions are being written: one is begun after the other. */
  readonly busy: boolean;
  readonly onOpen: (caption: Caption) => void;
  readonly onRetry: (caption: Caption) => void;
}

/** This visitor's captions, newest first. */
export function History({ version, busy, onOpen, onRetry }: HistoryProps) {
  const [search, setSearch] = useState("");
  const { captions, more, failed, loadMore, remove } = useHistory(search, version);
  if (captions.length === 0 && search === "" && !failed) return null;
  return (
    <section aria-labelledby="history-heading" className="card flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="history-heading" className="font-semibold text-xl">
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
      {failed && <p className="text-soft">The history cannot be loaded right now.</p>}
      {captions.length === 0 && !failed && <p className="text-soft">Nothing found.</p>}
      <ul className="flex flex-col divide-y divide-line">
        {captions.map((caption) => (
          <HistoryItem
            key={caption.id}
            caption={caption}
            busy={busy}
            onOpen={onOpen}
            onRetry={onRetry}
            onRemove={remove}
          />
        ))}
      </ul>
      {more && (
        <button type="button" className="button self-center" onClick={loadMore}>
          Show more
        </button>
      )}
      <DeleteEverything />
    </section>
  );
}
