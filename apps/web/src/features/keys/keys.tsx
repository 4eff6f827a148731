"use client";

import Link from "next/link";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { CreatedKey } from "./created-key.tsx";
import { KeyForm } from "./key-form.tsx";
import { KeyList } from "./key-list.tsx";
import { useKeys } from "./use-keys.ts";

/** The page of API keys: how to make one above, those there are below. */
export function Keys() {
  const { keys, created, problem, load, create, revoke } = useKeys();
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6 px-4 py-6 sm:px-6 sm:py-12">
      <header className="flex flex-col gap-2">
        <Link href="/" className="link self-start text-soft">
          Back to the captions
        </Link>
        <h1 className="font-bold text-2xl tracking-tight sm:text-4xl">API keys</h1>
        <p className="max-w-2xl text-pretty text-soft sm:text-lg">
          A program with a key of yours makes captions for you: they are in your history, and it
          sees yours. What it can ask for is in the{" "}
          <a href="/api/docs" className="underline hover:text-accent">
            API documentation
          </a>
          .
        </p>
      </header>
      <main className="flex flex-col gap-6">
        {problem !== undefined && (
          <ProblemNote
            problem={problem}
            onRetry={keys === undefined ? () => void load() : undefined}
          />
        )}
        {created !== undefined && <CreatedKey key={created.id} created={created} />}
        <KeyForm onCreate={create} />
        <KeyList keys={keys} failed={problem !== undefined} onRevoke={revoke} />
      </main>
    </div>
  );
}
