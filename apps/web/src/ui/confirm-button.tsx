"use client";

import type { MouseEvent } from "react";
import { useEffect, useRef, useState } from "react";
import { ignoreHeldKey } from "./ignore-held-key.ts";
import { isMeant } from "./is-meant.ts";

const ASKING_MS = 4_000;

interface ConfirmButtonProps {
  /** What it does: `Delete`. */
  readonly label: string;
  /** The question before it does so: `Really delete?` */
  readonly question: string;
  /** What it does that to, for those who hear the page. */
  readonly what: string;
  readonly onConfirm: () => void;
}

/** Asks once more, in its own place, before it does what cannot be undone. */
export function ConfirmButton({ label, question, what, onConfirm }: ConfirmButtonProps) {
  const [asking, setAsking] = useState(false);
  const askedAt = useRef(0);
  useEffect(() => {
    if (!asking) return;
    const timer = setTimeout(() => setAsking(false), ASKING_MS);
    return () => clearTimeout(timer);
  }, [asking]);
  const press = (event: MouseEvent) => {
    if (!asking) {
      askedAt.current = event.timeStamp;
      setAsking(true);
    } else if (isMeant(event, askedAt.current)) {
      onConfirm();
    }
  };
  return (
    <>
      <button
        type="button"
        className={`button ${asking ? "border-alarm text-alarm" : ""}`}
        onKeyDown={ignoreHeldKey}
        onClick={press}
      >
        {asking ? question : label} <span className="sr-only">{what}</span>
      </button>
      {/* That the name of a button changes under the focus is said by few screen readers. */}
      <span role="status" className="sr-only">
        {asking && `${question} Press again for yes.`}
      </span>
    </>
  );
}
