"use client";

import { useEffect, useState } from "react";

/** Takes a file dropped anywhere on the page; true while one is held over it. */
export function usePageDrop(onPhoto: (photo: File) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      const photo = event.dataTransfer?.files[0];
      setOver(false);
      if (photo === undefined) return;
      event.preventDefault();
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
  return over;
}
