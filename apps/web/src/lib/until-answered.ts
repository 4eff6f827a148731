interface Replies<T> {
  readonly onAnswer: (answer: T) => void;
  readonly onSilence: () => void;
  readonly againMs: number;
}

/** Asks until there is an answer; returns how to stop. */
export function untilAnswered<T>(
  ask: () => Promise<T>,
  { onAnswer, onSilence, againMs }: Replies<T>,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const round = async () => {
    try {
      const answer = await ask();
      if (!stopped) onAnswer(answer);
    } catch {
      if (stopped) return;
      onSilence();
      timer = setTimeout(round, againMs);
    }
  };
  void round();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
