"use client";

import type { ReactNode } from "react";
import { useId, useRef } from "react";
import { ignoreHeldKey } from "./ignore-held-key.ts";

interface DialogButtonProps {
  readonly label: string;
  readonly className: string;
  readonly heading: string;
  readonly onClose?: () => void;
  readonly children: ReactNode;
}

/**
 * A button that opens a dialog; a `form` in it with `method="dialog"` closes it. The dialog's first button has
 * the focus when it opens: it is to be one that does no harm.
 */
export function DialogButton({ label, className, heading, onClose, children }: DialogButtonProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={className}
        onKeyDown={ignoreHeldKey}
        onClick={() => dialog.current?.showModal()}
      >
        {label}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby={id}
        className="card m-auto max-w-md text-ink backdrop:bg-black/50"
        onKeyDown={ignoreHeldKey}
        onClose={onClose}
      >
        <div className="flex flex-col gap-4">
          <h2 id={id} className="font-semibold text-xl">
            {heading}
          </h2>
          {children}
        </div>
      </dialog>
    </>
  );
}
