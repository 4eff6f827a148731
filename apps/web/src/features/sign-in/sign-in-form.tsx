"use client";

import type { FormEvent } from "react";
import { useEffect, useId, useRef, useState } from "react";
import { client } from "../../lib/api-client.ts";
import type { ShownProblem } from "../../lib/problem.ts";
import { toShown } from "../../lib/problem.ts";
import { signIn } from "../../lib/sign-in-state.ts";

/** The way into a private installation. */
export function SignInForm() {
  const [problem, setProblem] = useState<ShownProblem>();
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      await client.signIn(field.current?.value ?? "");
      signIn.done();
    } catch (error) {
      setProblem(toShown(error));
      setBusy(false);
      field.current?.select();
    }
  };

  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center px-4 py-6">
      <form onSubmit={(event) => void submit(event)} className="card flex flex-col gap-4">
        <h1 className="font-bold text-2xl tracking-tight">Sign in</h1>
        <p className="text-soft">
          This installation is private. Whoever runs it can tell you its access token.
        </p>
        {/* Password managers keep what belongs together, and want a name for it. */}
        <input
          type="text"
          name="username"
          autoComplete="username"
          value="captions"
          readOnly
          hidden
        />
        <div className="flex flex-col gap-2">
          <label htmlFor={id} className="font-semibold">
            Access token
          </label>
          <input
            ref={field}
            id={id}
            type="password"
            name="password"
            autoComplete="current-password"
            required
            className="field"
            aria-invalid={problem !== undefined}
            aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          />
          {problem !== undefined && (
            <p id={`${id}-problem`} role="alert" className="text-alarm">
              {problem.detail}
            </p>
          )}
        </div>
        <button type="submit" className="button button-main" disabled={busy}>
          {busy ? "Signing in…" : "Sign in"}
        </button>
      </form>
    </main>
  );
}
