"use client";

import { useEffect, useState } from "react";
import { signIn } from "../../lib/sign-in-state.ts";

interface Dropped {
  readonly first: File;
  readonly count: number;
}

interface PageDrop {
  /** True while a file is held over the page. */
  readonly over: boolean;
  /** What was dropped last: the file that was taken, and how many there were. */
  readonly dropped: Dropped | undefined;
}

/** Takes a file dropped anywhere on the page, but for one that asks for the access token. */
export function usePageDrop(onPhoto: (photo: File) => void): PageDrop {
  const [over, setOver] = useState(false);
  const [dropped, setDropped] = useState<Dropped>();
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files") || signIn.needed()) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      setOver(true);
    };
    const onDragLeave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      const files = event.dataTransfer?.files;
      const photo = files?.[0];
      setOver(false);
      if (files === undefined || photo === undefined || signIn.needed()) return;
      event.preventDefault();
      setDropped({ first: photo, count: files.length });
      onPhoto(photo);
    };
    window.addEventListener("dragover", onDragOver);
    window.addEventListener("dragleave", onDragLeave);
    window.addEventListener("drop", onDrop);
    return () => {
      window.removeEventListener("dragover", onDragOver);
      window.removeEventListener("dragleave", onDragLeave);
      window.removeEventListener("drop", onDrop);
    };
  }, [onPhoto]);
  return { over, dropped };
}
