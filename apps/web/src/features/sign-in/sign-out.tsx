"use client";

import type { Session } from "@caption-generator/schema";
import { useEffect, useState } from "react";
import { client } from "../../lib/api-client.ts";
import type { ShownProblem } from "../../lib/problem.ts";
import { toShown } from "../../lib/problem.ts";
import { DialogButton } from "../../ui/dialog-button.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";

const PRIVATE = {
  label: "Sign out",
  heading: "Sign out?",
  text: "Your captions and API keys stay, and are here again when you sign in in this browser.",
} as const;
const OPEN = {
  label: "Forget me on this device",
  heading: "Forget me on this device?",
  text: "This browser loses its way to your captions and API keys, and you cannot come back to them by it. They are not deleted: your keys go on, and captions end by themselves after a while. To have all of it gone at once, delete everything instead.",
} as const;

/** Options and uploads that had begun; a browser that does not let the page near its store has kept nothing. */
function forgetKept() {
  try {
    window.localStorage.clear();
  } catch {}
}

/** The way out, which deletes nothing: of a private installation, or of a browser that others use, too. */
export function SignOut() {
  const [session, setSession] = useState<Session>();
  const [forget, setForget] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ShownProblem>();
  // Where the service does not answer there is no way out to offer, and the page says that already.
  useEffect(() => void client.session().then(setSession, () => {}), []);
  if (session === undefined) return null;

  const isPrivate = session.accessTokenNeeded;
  const { label, heading, text } = isPrivate ? PRIVATE : OPEN;
  const leave = async () => {
    setBusy(true);
    try {
      await client.signOut(forget || !isPrivate);
      if (forget || !isPrivate) forgetKept();
      window.location.reload();
    } catch (error) {
      setProblem(toShown(error));
      setBusy(false);
    }
  };

  return (
    <DialogButton label={label} heading={heading} className="link">
      <p>{text}</p>
      {isPrivate && (
        <label className="flex items-start gap-3">
          <input
            type="checkbox"
            className="mt-0.5 size-5 shrink-0 accent-accent"
            checked={forget}
            onChange={({ target }) => setForget(target.checked)}
          />
          <span>
            Others use this browser, too: let nobody who signs in here find my history, me included.
          </span>
        </label>
      )}
      {problem !== undefined && <ProblemNote problem={problem} onRetry={undefined} />}
      <form method="dialog" className="flex flex-wrap gap-2">
        <button type="submit" className="button">
          Stay
        </button>
        <button
          type="button"
          className="button button-main"
          disabled={busy}
          onClick={() => void leave()}
        >
          {isPrivate ? "Sign out" : "Forget me"}
        </button>
      </form>
    </DialogButton>
  );
}
