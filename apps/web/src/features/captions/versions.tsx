interface VersionsProps {
  readonly count: number;
  readonly shown: number;
  readonly onShow: (index: number) => void;
}

/** Steps through the first caption and its revisions. */
export function Versions({ count, shown, onShow }: VersionsProps) {
  return (
    <nav aria-label="Versions" className="flex items-center gap-2">
      <button
        type="button"
        className="button"
        disabled={shown === 0}
        onClick={() => onShow(shown - 1)}
      >
        Earlier
      </button>
      <span aria-live="polite" className="text-sm text-soft tabular-nums">
        {shown + 1} of {count}
      </span>
      <button
        type="button"
        className="button"
        disabled={shown === count - 1}
        onClick={() => onShow(shown + 1)}
      >
        Later
      </button>
    </nav>
  );
}
