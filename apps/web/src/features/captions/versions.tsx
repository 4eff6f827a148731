interface VersionsProps {
  readonly count: number;
  readonly shown: number;
  readonly onShow: (index: number) => void;
}

/** Not `disabled` at either end: the focus would be lost there. */
const STEP =
  "button aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-page aria-disabled:text-soft aria-disabled:opacity-70";

/** Steps through the first caption and its revisions. */
export function Versions({ count, shown, onShow }: VersionsProps) {
  return (
    <nav aria-label="Versions" className="flex items-center gap-2">
      <button
        type="button"
        className={STEP}
        aria-disabled={shown === 0}
        onClick={() => shown > 0 && onShow(shown - 1)}
      >
        Earlier
      </button>
      <span aria-live="polite" className="text-sm text-soft tabular-nums">
        {shown + 1} of {count}
      </span>
      <button
        type="button"
        className={STEP}
        aria-disabled={shown === count - 1}
        onClick={() => shown < count - 1 && onShow(shown + 1)}
      >
        Later
      </button>
    </nav>
  );
}
