"use client";

import type { Limits } from "@caption-generator/schema";
import type { ReactNode } from "react";
import { useRef } from "react";
import type { StudioState } from "../captions/studio-state.ts";
import { FileButton } from "./file-button.tsx";
import { accepted } from "./kinds.ts";
import { PhotoPreview } from "./photo-preview.tsx";
import { TakenHere } from "./taken-here.tsx";
import { usePageDrop } from "./use-page-drop.ts";

interface PhotoBoxProps {
  readonly state: StudioState;
  readonly limits: Limits | undefined;
  readonly onChoose: (photo: File) => void;
  readonly onClear: () => void;
  /** Told of the player that shows a video, and that it is gone. */
  readonly playerRef: (player: HTMLVideoElement | null) => void;
  /** What is to be said of the photo. */
  readonly children: ReactNode;
}

const EMPTY =
  "min-h-56 grow flex-col items-center justify-center gap-4 rounded-xl border-2 border-edge border-dashed p-4 text-center sm:p-6 sm:min-h-72";

/** Where a photo goes in, and where it is seen. */
export function PhotoBox({
  state: { photo, upload },
  limits,
  onChoose,
  onClear,
  playerRef,
  children,
}: PhotoBoxProps) {
  const { over, dropped } = usePageDrop(onChoose);
  const input = useRef<HTMLInputElement>(null);
  const none = photo === null;
  // The button that was pressed goes away, and the focus with it.
  const clear = () => {
    onClear();
    input.current?.focus();
  };
  const first = limits?.video.possible ? "Choose a photo or video" : "Choose a photo";
  return (
    <section
      aria-label="Photo"
      className={`card flex flex-col gap-4 ${over ? "border-accent bg-tint" : ""}`}
    >
      {photo !== null && <PhotoPreview photo={photo} upload={upload} playerRef={playerRef} />}
      {/* In one place with a photo and without: the focus stays on it. */}
      <div className={`flex ${none ? EMPTY : "flex-wrap gap-3"}`}>
        <FileButton
          accept={accepted(limits)}
          input={input}
          className={none ? "button-main max-sm:px-3 sm:px-6 sm:text-lg" : ""}
          onChoose={onChoose}
        >
          {none ? first : "Choose another"}
        </FileButton>
        {none ? (
          <TakenHere limits={limits} over={over} />
        ) : (
          <button type="button" className="button" onClick={clear}>
            Remove
          </button>
        )}
      </div>
      {dropped !== undefined && dropped.count > 1 && dropped.first === photo && (
        <p role="status" className="text-sm text-soft">
          Of the {dropped.count} files you dropped, the first was taken: captions are written of
          one.
        </p>
      )}
      {children}
    </section>
  );
}
