"use client";

import type { Caption, CaptionEvent, CaptionOptionsInput } from "@caption-generator/schema";
import { useCallback, useMemo, useReducer, useRef } from "react";
import { client } from "../../lib/api-client.ts";
import { toShown } from "../../lib/problem.ts";
import { sendFile } from "../../lib/send-file.ts";
import { checkFile } from "../upload/check-file.ts";
import type { StudioEvent } from "./studio-state.ts";
import { EMPTY, studioReducer } from "./studio-state.ts";
import { watchCaption } from "./watch-caption.ts";

/** The photo in hand, its captions, and what a person can do with them. */
export function useStudio(onFinished: () => void) {
  const [state, dispatch] = useReducer(studioReducer, EMPTY);
  const { choose, uploaded, spend, forget } = useUpload(dispatch);
  const work = useRef<AbortController | null>(null);

  const follow = useCallback(
    async (begin: () => Promise<Caption>) => {
      work.current?.abort();
      const controller = new AbortController();
      work.current = controller;
      const { signal } = controller;
      dispatch({ type: "asked" });
      try {
        const begun = await begin();
        dispatch({ type: "accepted", captionId: begun.id });
        const onEvent = (event: CaptionEvent) => {
          if (event.type !== "finished" && !signal.aborted) dispatch(event);
        };
        const caption =
          begun.finishedAt === null ? await watchCaption(begun.id, { onEvent, signal }) : begun;
        if (signal.aborted) return;
        dispatch({ type: "finished", caption });
        onFinished();
      } catch (error) {
        if (!signal.aborted) dispatch({ type: "failed", problem: toShown(error) });
      }
    },
    [onFinished],
  );

  const actions = useMemo(
    () => ({
      choose: (photo: File) => {
        work.current?.abort();
        choose(photo);
      },
      start: (photo: File, options: CaptionOptionsInput) =>
        follow(async () => {
          const uploadId = await uploaded(photo);
          spend();
          return client.createCaption(uploadId, options);
        }),
      revise: (id: string, options: Record<string, unknown>) =>
        follow(() => client.revise(id, options)),
      cancel: (captionId: string | null) => {
        if (captionId !== null) void client.cancel(captionId).catch(() => {});
        work.current?.abort();
        dispatch({ type: "failed", problem: CANCELLED });
      },
      clear: () => {
        work.current?.abort();
        forget();
        dispatch({ type: "cleared" });
      },
      open: (caption: Caption) => {
        work.current?.abort();
        forget();
        dispatch({ type: "opened", caption });
      },
      show: (index: number) => dispatch({ type: "shown", index }),
    }),
    [choose, follow, uploaded, spend, forget],
  );

  return { state, actions };
}

const CANCELLED = {
  title: "Cancelled",
  detail: "The caption was cancelled and the photo deleted. Start again whenever you like.",
  retryable: false,
};

/** Sends a photo as soon as it is chosen, so that it is there when captions are asked for. */
function useUpload(dispatch: (event: StudioEvent) => void) {
  const current = useRef<{ id: Promise<string>; controller: AbortController } | null>(null);

  const begin = useCallback(
    (photo: File) => {
      const controller = new AbortController();
      const { signal } = controller;
      const id = (async () => {
        const { upload, target } = await client.declareUpload(photo);
        const onProgress = (part: number) => {
          if (!signal.aborted) dispatch({ type: "sending", part });
        };
        await sendFile(photo, target, { onProgress, signal });
        if (!signal.aborted) dispatch({ type: "sent" });
        return upload.id;
      })();
      id.catch((error) => {
        if (signal.aborted) return;
        current.current = null;
        dispatch({ type: "failed", problem: toShown(error) });
      });
      current.current = { id, controller };
      return id;
    },
    [dispatch],
  );

  return useMemo(() => {
    const forget = () => {
      const dropped = current.current;
      current.current = null;
      dropped?.controller.abort(new Error("Another photo was chosen."));
      dropped?.id.then(client.discardUpload).catch(() => {});
    };
    return {
      choose: (photo: File) => {
        const problem = checkFile(photo);
        if (problem !== undefined) return dispatch({ type: "refused", problem });
        forget();
        dispatch({ type: "chosen", photo });
        void begin(photo);
      },
      /** The upload's id, once it is there; a photo whose upload was used up is sent again. */
      uploaded: (photo: File) => current.current?.id ?? begin(photo),
      spend: () => {
        current.current = null;
      },
      forget,
    };
  }, [begin, dispatch]);
}
