"use client";

import type { ApiKeyScope, CreateApiKey } from "@caption-generator/schema";
import { API_KEY_SCOPES } from "@caption-generator/schema";
import type { FormEvent } from "react";
import { useId, useState } from "react";
import { ScopeFields } from "./scope-fields.tsx";

interface KeyFormProps {
  /** True once it is made. */
  readonly onCreate: (asked: CreateApiKey) => Promise<boolean>;
}

/** Asks what a new key is for and what it may do. */
export function KeyForm({ onCreate }: KeyFormProps) {
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly ApiKeyScope[]>(API_KEY_SCOPES);
  const [busy, setBusy] = useState(false);
  const id = useId();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    if (await onCreate({ name, scopes: [...scopes] })) setName("");
    setBusy(false);
  };

  return (
    <form
      onSubmit={(event) => void submit(event)}
      aria-labelledby={`${id}-heading`}
      className="card flex flex-col gap-4"
    >
      <h2 id={`${id}-heading`} className="font-semibold text-xl">
        New key
      </h2>
      <div className="flex flex-col gap-2">
        <label htmlFor={id} className="font-semibold">
          Name
        </label>
        <input
          id={id}
          className="field"
          value={name}
          required
          maxLength={80}
          autoComplete="off"
          placeholder="What it is for: nightly import"
          onChange={({ target }) => setName(target.value)}
        />
      </div>
      <ScopeFields scopes={scopes} onChange={setScopes} />
      <button
        type="submit"
        className="button button-main self-start"
        disabled={busy || scopes.length === 0}
      >
        Create key
      </button>
    </form>
  );
}
