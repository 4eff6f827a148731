"use client";

import { OPTION_LIMITS } from "@caption-generator/schema";
import { useState } from "react";

const QUICK = [
  ["Shorter", { length: "short" }],
  ["Longer", { length: "long" }],
  ["Wittier", { tone: "witty" }],
  ["More professional", { tone: "professional" }],
] as const;

interface ReviseProps {
  readonly busy: boolean;
  readonly onRevise: (changes: Record<string, unknown>) => void;
}

/** Changes to a finished caption that need no new upload. */
export function Revise({ busy, onRevise }: ReviseProps) {
  const [instruction, setInstruction] = useState("");
  return (
    <form
      className="flex flex-col gap-3 border-line border-t pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (instruction.trim() === "") return;
        onRevise({ instruction });
        setInstruction("");
      }}
    >
      <h3 className="font-semibold">Not quite right?</h3>
      <div className="flex flex-wrap gap-2">
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
