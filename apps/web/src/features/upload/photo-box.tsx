"use client";

import type { ReactNode } from "react";
import { useRef } from "react";
import type { StudioState } from "../captions/studio-state.ts";
import { ACCEPT } from "./check-file.ts";
import { PhotoPreview } from "./photo-preview.tsx";
import { usePageDrop } from "./use-page-drop.ts";

interface PhotoBoxProps {
  readonly state: StudioState;
  readonly onChoose: (photo: File) => void;
  readonly onClear: () => void;
  /** Whether videos and recordings can be taken here. */
  readonly video: boolean;
  /** Told of the player that shows a video, and that it is gone. */
  readonly playerRef: (player: HTMLVideoElement | null) => void;
  /** What is to be said of the photo. */
  readonly children: ReactNode;
}

/** Where a photo goes in, and where it is seen. */
export function PhotoBox({ state, onChoose, onClear, video, playerRef, children }: PhotoBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const over = usePageDrop(onChoose);
  const { photo } = state;
  return (
    <section
      aria-label="Photo"
      className={`card flex flex-col gap-4 ${over ? "border-accent bg-tint" : ""}`}
    >
      {photo === null ? (
        <div className="flex min-h-56 grow flex-col items-center justify-center gap-4 rounded-xl border-2 border-edge border-dashed p-6 text-center sm:min-h-72">
          <button
            type="button"
            className="button button-main px-6 text-lg"
            onClick={() => input.current?.click()}
          >
            Choose a photo{video && " or video"}
          </button>
          <p className="pointer-coarse:hidden">
            {over ? "Let go to add it" : "or drop or paste one anywhere on this page"}
          </p>
          <p className="text-sm text-soft">
            JPEG, PNG, WebP, AVIF, GIF or HEIC, up to 25 MB
            {video && <span className="block">or a video or recording, up to 500 MB</span>}
          </p>
        </div>
      ) : (
        <>
          <PhotoPreview photo={photo} upload={state.upload} playerRef={playerRef} />
          <div className="flex flex-wrap gap-3">
            <button type="button" className="button" onClick={() => input.current?.click()}>
              Choose another
            </button>
            <button type="button" className="button" onClick={onClear}>
              Remove
            </button>
          </div>
        </>
      )}
      {children}
      <input
        ref={input}
        type="file"
        accept={ACCEPT}
        aria-label="Photo file"
        tabIndex={-1}
        className="sr-only"
        onChange={({ target }) => {
          const chosen = target.files?.[0];
          if (chosen !== undefined) onChoose(chosen);
          // The same file may be chosen again after it was removed.
          target.value = "";
        }}
      />
    </section>
  );
}
