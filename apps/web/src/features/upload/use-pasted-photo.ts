"use client";

import { useEffect } from "react";

/** Takes a picture pasted anywhere on the page. */
export function usePastedPhoto(onPhoto: (photo: File) => void) {
  useEffect(() => {
    const onPaste = ({ clipboardData }: ClipboardEvent) => {
      const photo = clipboardData?.files[0];
      if (photo !== undefined) onPhoto(photo);
    };
    window.addEventListener("paste", onPaste);
    return () => window.removeEventListener("paste", onPaste);
  }, [onPhoto]);
}
