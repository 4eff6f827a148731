"use client";

import { useEffect, useState } from "react";

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
  useEffect(() => {
    if (!asking) return;
    const timer = setTimeout(() => setAsking(false), ASKING_MS);
    return () => clearTimeout(timer);
  }, [asking]);
  return (
    <button
      type="button"
      className={`button ${asking ? "border-alarm text-alarm" : ""}`}
      onClick={() => (asking ? onConfirm() : setAsking(true))}
    >
      {asking ? question : label} <span className="sr-only">{what}</span>
    </button>
  );
}
