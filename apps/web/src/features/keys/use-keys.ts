"use client";

import type { ApiKey, CreateApiKey, CreatedApiKey } from "@caption-generator/schema";
import { useCallback, useEffect, useState } from "react";
import { client } from "../../lib/api-client.ts";
import type { ShownProblem } from "../../lib/problem.ts";
import { toShown } from "../../lib/problem.ts";
import { signIn } from "../../lib/sign-in-state.ts";

/** This session's API keys, and what can be done with them. */
export function useKeys() {
  /** Undefined until they are known. */
  const [keys, setKeys] = useState<readonly ApiKey[]>();
  const [created, setCreated] = useState<CreatedApiKey>();
  const [problem, setProblem] = useState<ShownProblem>();

  const attempt = useCallback(async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      setProblem(undefined);
      return true;
    } catch (error) {
      setProblem(toShown(error));
      return false;
    }
  }, []);

  const load = useCallback(
    () => attempt(async () => setKeys((await client.keys()).items)),
    [attempt],
  );

  useEffect(() => {
    void load();
    return signIn.onDone(() => void load());
  }, [load]);

  const create = (asked: CreateApiKey) =>
    attempt(async () => {
      const made = await client.createKey(asked);
      setCreated(made);
      setKeys((before = []) => [made, ...before]);
    });

  const revoke = (id: string) =>
    attempt(async () => {
      await client.revokeKey(id);
      setKeys((before = []) => before.filter((key) => key.id !== id));
      setCreated((shown) => (shown?.id === id ? undefined : shown));
    });

  return { keys, created, problem, load, create, revoke };
}
