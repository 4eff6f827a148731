import { useSyncExternalStore } from "react";

/** Whether this browser has to sign in, for all parts of the page at once. */
export function createSignInState() {
  let needed = false;
  let times = 0;
  const listeners = new Set<() => void>();
  const become = (next: boolean) => {
    if (next === needed) return;
    needed = next;
    for (const listener of [...listeners]) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    needed: () => needed,
    /** The service refused a request for want of the access token. */
    ask: () => become(true),
    /** It is given: whatever was refused may be asked again. */
    done: () => {
      times += 1;
      become(false);
    },
    /** How often somebody has signed in. */
    times: () => times,
    subscribe,
    /** Calls back each time that somebody has signed in; returns how to stop. */
    onDone: (listener: () => void) => subscribe(() => needed || listener()),
  };
}

export const signIn = createSignInState();

export const useSignInNeeded = (): boolean =>
  useSyncExternalStore(signIn.subscribe, signIn.needed, () => false);
