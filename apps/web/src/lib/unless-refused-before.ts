type Fetch = typeof fetch;

/**
 * Asks once more for what was refused after somebody has signed in that had not when it was asked: an answer that
 * was under way then would bring the way in back, to somebody who is in.
 * @param times how often somebody has signed in
 */
export const unlessRefusedBefore =
  (ask: Fetch, times: () => number): Fetch =>
  async (input, init) => {
    const before = times();
    const answer = await ask(input, init);
    return answer.status === 401 && times() > before ? await ask(input, init) : answer;
  };
