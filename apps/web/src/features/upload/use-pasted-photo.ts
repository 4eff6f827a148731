"use client";

import { useEffect } from "react";
import { isTextField } from "../../lib/is-text-field.ts";
import { signIn } from "../../lib/sign-in-state.ts";

/** Takes a picture pasted anywhere on the page. */
export function usePastedPhoto(onPhoto: (photo: File) => void) {
  useEffect(() => {
    const onPaste = ({ clipboardData, target }: ClipboardEvent) => {
      const photo = clipboardData?.files[0];
      if (photo === undefined || signIn.needed()) return;
      // Office programs put a picture of a text beside it: who pastes that in a field means the text.
      if (isTextField(target) && clipboardData?.types.includes("text/plain")) return;
      onPhoto(photo);
    };
    window.addEventListener("paste", onPaste);
    return () => window.removeEventListener("paste", onPaste);
  }, [onPhoto]);
}
