"use client";

import { useState } from "react";
import { client } from "../../lib/api-client.ts";
import type { ShownProblem } from "../../lib/problem.ts";
import { toShown } from "../../lib/problem.ts";
import { DialogButton } from "../../ui/dialog-button.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";

type Step = "asking" | "deleting" | "deleted";

/** Leaves nothing of this visitor behind, after it has said what that is. */
export function DeleteEverything() {
  const [step, setStep] = useState<Step>("asking");
  const [problem, setProblem] = useState<ShownProblem>();

  const remove = async () => {
    setStep("deleting");
    setProblem(undefined);
    try {
      await client.deleteAll();
      setStep("deleted");
    } catch (error) {
      setProblem(toShown(error));
      setStep("asking");
    }
  };

  return (
    <DialogButton
      label="Delete everything of mine"
      className="button self-start"
      heading={step === "deleted" ? "Everything of yours is deleted" : "Delete everything of mine?"}
      // Nothing on the page is true any more.
      onClose={() => step === "deleted" && window.location.reload()}
    >
      {step !== "deleted" && (
        <p>
          All captions, uploads and API keys of this browser are deleted for good, and what is being
          written is stopped. This cannot be undone.
        </p>
      )}
      {problem !== undefined && <ProblemNote problem={problem} onRetry={undefined} />}
      <form method="dialog" className="flex flex-wrap gap-2">
        <button type="submit" className="button">
          {step === "deleted" ? "Close" : "Keep it"}
        </button>
        {step !== "deleted" && (
          <button
            type="button"
            className="button border-alarm text-alarm"
            disabled={step === "deleting"}
            // The second half of a double click on what opened the dialog is no answer.
            onClick={({ detail }) => detail < 2 && void remove()}
          >
            {step === "deleting" ? "Deleting…" : "Delete everything"}
          </button>
        )}
      </form>
    </DialogButton>
  );
}
