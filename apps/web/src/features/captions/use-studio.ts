"use client";

import type { Caption, CaptionOptions } from "@caption-generator/schema";
import { useMemo, useReducer } from "react";
import { client } from "../../lib/api-client.ts";
import { sendFile } from "../../lib/send-file.ts";
import { waitAWhile } from "../../lib/wait-a-while.ts";
import { createUploadMemory } from "../upload/parts/upload-memory.ts";
import { shrinkPhoto } from "../upload/shrink-photo.ts";
import { createUploadDesk } from "../upload/upload-desk.ts";
import type { Ask } from "./ask.ts";
import { followAsk, LEFT, UNWANTED } from "./follow-ask.ts";
import { isSame, othersLike } from "./others-like.ts";
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

  const cancelAt = (captionId: string | null) => {
    if (captionId !== null) client.cancel(captionId).then(onHistory, () => {});
    work.abort(UNWANTED);
    desk.forget();
  };
  /** True where there are new captions. */
  const follow = async (ask: Ask): Promise<boolean> => {
    work.abort(LEFT);
    work = new AbortController();
    const { signal } = work;
    const deps = { api: client, desk, watch: watchCaption, report };
    const finished = await followAsk(deps, { ask, signal });
    if (finished) onHistory();
    return finished;
  };
  /** Whatever is at the service goes on there: the history shows how far it is. */
  const leave = () => {
    work.abort(LEFT);
    onHistory();
  };
  const choose = (photo: File) => {
    leave();
    report({ type: "chosen", photo });
    desk.begin(photo);
  };

  return {
    choose,
    start: (
      photo: File,
      options: CaptionOptions,
      { captions, opened }: Pick<StudioState, "captions" | "opened">,
    ) => {
      const same = (caption: Caption) => !opened && isSame(caption.options, options);
      const before = captions.findLast(same);
      return follow(before === undefined ? { kind: "create", photo, options } : othersLike(before));
    },
    revise: (id: string, changes: Record<string, unknown>) =>
      follow({ kind: "revise", id, changes }),
    others: (caption: Caption) => follow(othersLike(caption)),
    /** Does again what did not work. */
    retry: ({ asked, photo }: Pick<StudioState, "asked" | "photo">) => {
      if (asked !== null) void follow(asked);
      else if (photo !== null) choose(photo);
    },
    /** Begins again a caption of the history; with what is in hand, where it came of that. */
    again: ({ id }: Pick<Caption, "id">, { asked }: Pick<StudioState, "asked">) => {
      const mine = asked?.kind === "retry" && asked.id === id;
      void follow(mine ? asked : { kind: "retry", id, otherwise: null });
    },
    cancel: (captionId: string | null) => {
      cancelAt(captionId);
      report({ type: "cancelled" });
    },
    /** Lets go of the photo, and of what is being written of it. */
    clear: ({ work: current, asked, opened }: Pick<StudioState, "work" | "asked" | "opened">) => {
      const ofOpened = opened && asked?.kind !== "create";
      if (ofOpened) leave();
      else cancelAt(current.kind === "working" ? current.captionId : null);
      desk.forget();
      report({ type: "cleared" });
    },
    open: (caption: Caption) => report({ type: "opened", caption }),
    /** A caption was deleted in the history. */
    removed: (id: string) => report({ type: "removed", id }),
    show: (index: number) => report({ type: "shown", index }),
  };
}

export type StudioActions = ReturnType<typeof createActions>;
