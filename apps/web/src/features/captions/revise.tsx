"use client";

import type { Caption } from "@caption-generator/schema";
import { OPTION_LIMITS } from "@caption-generator/schema";
import { useEffect, useState } from "react";

const QUICK = [
  ["Shorter", { length: "short" }],
  ["Longer", { length: "long" }],
  ["Wittier", { tone: "witty" }],
  ["More professional", { tone: "professional" }],
] as const;

interface ReviseProps {
  readonly caption: Caption;
  readonly busy: boolean;
  readonly onRevise: (changes: Record<string, unknown>) => void;
  readonly onOthers: () => void;
}

/** Changes to a finished caption that need no new upload. */
export function Revise({ caption, busy, onRevise, onOthers }: ReviseProps) {
  const [instruction, setInstruction] = useState("");
  const met = caption.options.instruction;

  // It stays until it is met: what fails can be asked again, or said in another way.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each caption meets it anew.
  useEffect(() => {
    setInstruction((wish) => (wish.trim() === met ? "" : wish));
  }, [caption.id, met]);

  return (
    <form
      className="flex flex-col gap-3 border-line border-t pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (instruction.trim() === "") return;
        onRevise({ instruction });
      }}
    >
      <h3 className="font-semibold">Not quite right?</h3>
      <div className="flex flex-wrap gap-2">
        <button type="button" className="button" disabled={busy} onClick={onOthers}>
          Others like these
        </button>
        {QUICK.map(([label, changes]) => (
          <button
            key={label}
            type="button"
            className="button"
            disabled={busy}
            onClick={() => onRevise(changes)}
          >
            {label}
          </button>
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <label className="w-full text-sm text-soft" htmlFor="revision">
          Or say what to change, in your own words
        </label>
        <input
          id="revision"
          className="field min-w-0 flex-1 basis-64"
          placeholder="Mention the weekend"
          maxLength={OPTION_LIMITS.instruction}
          value={instruction}
          onChange={({ target }) => setInstruction(target.value)}
        />
        <button type="submit" className="button" disabled={busy || instruction.trim() === ""}>
          Rewrite
        </button>
      </div>
    </form>
  );
}
