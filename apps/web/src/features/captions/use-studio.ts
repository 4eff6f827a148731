"use client";

import type { Caption, CaptionOptionsInput } from "@caption-generator/schema";
import { useMemo, useReducer } from "react";
import { client } from "../../lib/api-client.ts";
import { sendFile } from "../../lib/send-file.ts";
import { waitAWhile } from "../../lib/wait-a-while.ts";
import { checkFile } from "../upload/check-file.ts";
import { createUploadMemory } from "../upload/parts/upload-memory.ts";
import { shrinkPhoto } from "../upload/shrink-photo.ts";
import { createUploadDesk } from "../upload/upload-desk.ts";
import type { Ask } from "./ask.ts";
import { followAsk, UNWANTED } from "./follow-ask.ts";
import type { StudioEvent, StudioState } from "./studio-state.ts";
import { EMPTY, studioReducer } from "./studio-state.ts";
import { watchCaption } from "./watch-caption.ts";

/** The photo in hand, its captions, and what a person can do with them. */
export function useStudio(onHistory: () => void) {
  const [state, dispatch] = useReducer(studioReducer, EMPTY);
  const actions = useMemo(() => createActions(dispatch, onHistory), [onHistory]);
  return { state, actions };
}

function createActions(report: (event: StudioEvent) => void, onHistory: () => void) {
  const memory = createUploadMemory(() => window.localStorage);
  const desk = createUploadDesk(
    { api: client, send: sendFile, wait: waitAWhile, memory, prepare: shrinkPhoto },
    report,
  );
  let work = new AbortController();

  const stop = (reason?: typeof UNWANTED) => work.abort(reason);
  const cancelAt = (captionId: string | null) => {
    if (captionId !== null) client.cancel(captionId).then(onHistory, () => {});
    stop(UNWANTED);
    desk.forget();
  };
  const follow = async (ask: Ask) => {
    stop();
    work = new AbortController();
    const { signal } = work;
    if (await followAsk({ api: client, desk, watch: watchCaption, report }, { ask, signal })) {
      onHistory();
    }
  };
  const choose = (photo: File) => {
    const problem = checkFile(photo);
    if (problem !== undefined) return report({ type: "refused", problem });
    stop();
    report({ type: "chosen", photo });
    desk.begin(photo);
  };

  return {
    choose,
    start: (photo: File, options: CaptionOptionsInput) =>
      follow({ kind: "create", photo, options }),
    revise: (id: string, changes: Record<string, unknown>) =>
      follow({ kind: "revise", id, changes }),
    /** Does again what did not work. */
    retry: ({ asked, photo }: Pick<StudioState, "asked" | "photo">) => {
      if (asked !== null) void follow(asked);
      else if (photo !== null) choose(photo);
    },
    /** Begins again a caption of the history; with what is in hand, where it came of that. */
    again: ({ id }: Pick<Caption, "id">, { asked }: Pick<StudioState, "asked">) => {
      if (asked?.kind === "retry" && asked.id === id) return void follow(asked);
      desk.forget();
      report({ type: "cleared" });
      void follow({ kind: "retry", id, otherwise: null });
    },
    cancel: (captionId: string | null) => {
      cancelAt(captionId);
      report({ type: "cancelled" });
    },
    clear: (captionId: string | null) => {
      cancelAt(captionId);
      report({ type: "cleared" });
    },
    open: (caption: Caption) => {
      stop();
      desk.forget();
      report({ type: "opened", caption });
    },
    show: (index: number) => report({ type: "shown", index }),
  };
}

export type StudioActions = ReturnType<typeof createActions>;
