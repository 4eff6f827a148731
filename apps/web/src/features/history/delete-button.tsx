"use client";

import { useEffect, useState } from "react";

const ASKING_MS = 4_000;

interface DeleteButtonProps {
  /** What is deleted, for those who hear the page. */
  readonly what: string;
  readonly onDelete: () => void;
}

/** Asks once more, in its own place, before it deletes for good. */
export function DeleteButton({ what, onDelete }: DeleteButtonProps) {
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
      onClick={() => (asking ? onDelete() : setAsking(true))}
    >
      {asking ? "Really delete?" : "Delete"} <span className="sr-only">{what}</span>
    </button>
  );
}
