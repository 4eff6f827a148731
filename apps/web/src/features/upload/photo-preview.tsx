"use client";

import { useEffect, useState } from "react";
import type { UploadState } from "../captions/studio-state.ts";
import { declaredType } from "./declared-type.ts";
import { kindOf } from "./kinds.ts";

interface PhotoPreviewProps {
  readonly photo: File;
  readonly upload: UploadState;
  readonly playerRef: (player: HTMLVideoElement | null) => void;
}

/** The chosen photo; its name alone where the browser cannot show its kind (HEIC in most). */
export function PhotoPreview({ photo, upload, playerRef }: PhotoPreviewProps) {
  const [url, setUrl] = useState<string>();
  const [shown, setShown] = useState(true);
  useEffect(() => {
    const made = URL.createObjectURL(photo);
    setUrl(made);
    setShown(true);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  const kind = kindOf(declaredType(photo)) ?? "photo";
  const sending = upload.kind === "sending" ? Math.round(upload.part * 100) : null;
  return (
    <figure className="flex flex-col gap-2">
      {url !== undefined && shown && kind !== "photo" ? (
        // biome-ignore lint/a11y/useMediaCaption: it was chosen a moment ago; what is said in it is not known yet.
        <video
          ref={playerRef}
          src={url}
          controls
          playsInline
          preload="metadata"
          aria-label={`The ${kind} you chose`}
          className={`w-full rounded-xl bg-page ${kind === "video" ? "max-h-56 sm:max-h-96" : "h-16"}`}
          onError={() => setShown(false)}
        />
      ) : url !== undefined && shown ? (
        // biome-ignore lint/performance/noImgElement: an object URL of the browser's own, which no image service can optimise.
        <img
          src={url}
          alt="The one you chose"
          className="max-h-56 w-full rounded-xl bg-page object-contain sm:max-h-96"
          onError={() => setShown(false)}
        />
      ) : (
        <p className="flex min-h-32 sm:min-h-48 items-center justify-center rounded-xl bg-page p-6 text-center text-soft">
          This browser cannot show this file
          {upload.kind === "sent" && ", but captions can be written of it"}.
        </p>
      )}
      <figcaption className="flex justify-between gap-4 text-sm text-soft">
        <span className="truncate">{photo.name}</span>
        <span className="shrink-0">
          {upload.kind === "sending" && upload.lost && "No connection. "}
          {sending !== null && sending < 100 && `${sending} % sent`}
          <span role="status">{upload.kind === "sent" && "Ready"}</span>
        </span>
      </figcaption>
    </figure>
  );
}
