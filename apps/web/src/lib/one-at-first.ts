/** Runs a function while no other page of this browser runs one under the same name; as the Web Locks API. */
export type Lock = (name: string, run: () => Promise<void>) => Promise<unknown>;

interface OneAtFirst {
  readonly fetch: typeof fetch;
  readonly lock: Lock;
  /** Whether an answer to this path begins a session for somebody who has none. */
  readonly begins: (path: string) => boolean;
  /** How long others wait for one request's answer, in milliseconds. */
  readonly patienceMs: number;
}

const NAME = "caption-generator: until a visitor is known";

/**
 * Sends requests one after the other until one has been answered well. The service begins a session for
 * whoever has no cookie: two requests sent without one begin two, and what is done in the one whose cookie
 * is overwritten is never found again.
 */
export function oneAtFirst({ fetch, lock, begins, patienceMs }: OneAtFirst): typeof fetch {
  let known = false;
  return async (input, init) => {
    if (known || !begins(pathOf(input))) return fetch(input, init);
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    lock(NAME, async () => {
      const answer = fetch(input, init);
      answer.then(resolve, reject);
      // One that was known before this one's turn waits for nobody.
      if (!known) await Promise.race([answer.then(note, () => {}), silence(patienceMs)]);
    }).catch(reject);
    return promise;
  };

  function note({ ok }: Response) {
    // A refusal begins no session.
    if (ok) known = true;
  }
}

/** One after the other in this page alone, where the browser has no locks: it keeps them for secure pages. */
export function createPageLock(): Lock {
  let last: Promise<unknown> = Promise.resolve();
  return (_name, run) => {
    last = last.then(run, run);
    return last;
  };
}

function pathOf(input: Parameters<typeof fetch>[0]): string {
  const url = input instanceof Request ? input.url : `${input}`;
  return new URL(url, "http://page").pathname;
}

const silence = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
