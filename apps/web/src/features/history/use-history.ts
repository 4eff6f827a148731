"use client";

import type { Caption } from "@caption-generator/schema";
import { useCallback, useEffect, useReducer, useState } from "react";
import { client } from "../../lib/api-client.ts";
import { signIn } from "../../lib/sign-in-state.ts";

/** Long enough that typing a word asks once. */
const SETTLE_MS = 250;

/** The captions that a search finds, a page at a time. */
export function useHistory(search: string, version: number) {
  const [captions, setCaptions] = useState<readonly Caption[]>([]);
  const [cursor, setCursor] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const [signIns, signedIn] = useReducer((count: number) => count + 1, 0);
  const query = search.trim();

  useEffect(() => signIn.onDone(signedIn), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version, or a sign-in, means other captions.
  useEffect(() => {
    let gone = false;
    const load = async () => {
      try {
        const page = await client.captions(query === "" ? {} : { q: query });
        if (gone) return;
        setCaptions(page.items);
        setCursor(page.nextCursor);
        setFailed(false);
      } catch {
        if (!gone) setFailed(true);
      }
    };
    const timer = setTimeout(load, query === "" ? 0 : SETTLE_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [query, version, signIns]);

  const loadMore = useCallback(async () => {
    if (cursor === null) return;
    try {
      const page = await client.captions(query === "" ? { cursor } : { q: query, cursor });
      setCaptions((before) => [...before, ...page.items]);
      setCursor(page.nextCursor);
    } catch {
      setFailed(true);
    }
  }, [cursor, query]);

  const remove = useCallback(async (id: string) => {
    try {
      await client.remove(id);
      setCaptions((before) => before.filter((caption) => caption.id !== id));
    } catch {
      setFailed(true);
    }
  }, []);

  return { captions, more: cursor !== null, failed, loadMore, remove };
}
