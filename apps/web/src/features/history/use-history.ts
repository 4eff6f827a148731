"use client";

import type { Caption } from "@caption-generator/schema";
import { isFinished } from "@caption-generator/schema";
import { useCallback, useEffect, useRef, useState } from "react";
import { client } from "../../lib/api-client.ts";
import { useRefresh } from "../../lib/use-refresh.ts";
import { continued, NOTHING, renewed, without } from "./history-list.ts";
import { removeCaption } from "./remove-caption.ts";

/** Long enough that typing a word asks once. */
const SETTLE_MS = 250;
/** How often captions that are being written are looked after. */
const UNFINISHED_MS = 3_000;
/** What is loaded at once: by itself, and at most. */
const [PAGE, MOST] = [20, 100];

/** What became of what was tried last. */
export type HistoryNews = "not loaded" | "not removed" | "removed";

/** The captions that a search finds, a page at a time. */
export function useHistory(search: string, version: number) {
  const [list, setList] = useState(NOTHING);
  const [news, setNews] = useState<HistoryNews>();
  const query = search.trim();
  const { captions, cursor } = list;
  /** How much is loaded anew: all that is shown. */
  const amount = useRef(PAGE);
  /** Which of the loads is the latest. */
  const turn = useRef(0);
  const busy = useRef(false);
  /** What was asked for before a caption was deleted may still bring it. */
  const gone = useRef(new Set<string>());

  useEffect(() => {
    amount.current = Math.min(MOST, Math.max(PAGE, captions.length));
  }, [captions.length]);

  const load = useCallback(
    async ({ quiet }: { readonly quiet: boolean }) => {
      turn.current += 1;
      const mine = turn.current;
      try {
        const limit = amount.current > PAGE ? { limit: `${amount.current}` } : {};
        const page = await client.captions({ ...matching(query), ...limit });
        if (mine !== turn.current) return;
        setList((before) => without(renewed(before, query, page), gone.current));
        setNews((before) => (before === "not loaded" ? undefined : before));
      } catch {
        if (mine === turn.current && !quiet) setNews("not loaded");
      }
    },
    [query],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version means other captions.
  useEffect(() => {
    const timer = setTimeout(() => void load({ quiet: false }), query === "" ? 0 : SETTLE_MS);
    return () => {
      turn.current += 1;
      clearTimeout(timer);
    };
  }, [load, query, version]);

  const unfinished = captions.slice(0, MOST).some(({ state }) => !isFinished(state));
  useRefresh(
    useCallback(() => void load({ quiet: true }), [load]),
    unfinished ? UNFINISHED_MS : undefined,
  );

  /** False where there is nothing more to show. */
  const loadMore = async (): Promise<boolean> => {
    if (cursor === null || busy.current) return false;
    busy.current = true;
    try {
      const page = await client.captions({ ...matching(list.query), cursor });
      setList((before) => without(continued(before, list.query, page), gone.current));
      return true;
    } catch {
      setNews("not loaded");
      return false;
    } finally {
      busy.current = false;
    }
  };

  const remove = async (id: Caption["id"]): Promise<boolean> => {
    const removed = await removeCaption(id);
    setNews(removed ? "removed" : "not removed");
    if (!removed) return false;
    gone.current.add(id);
    setList((before) => without(before, gone.current));
    return true;
  };

  return { captions, found: list.query === query, more: cursor !== null, news, loadMore, remove };
}

const matching = (query: string) => (query === "" ? {} : { q: query });
