interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** A whole number in a range; what is typed out of it is brought back. */
export function NumberField({ label, value, min, max, onChange }: NumberFieldProps) {
  return (
    <label className="flex flex-col gap-2">
      <span>{label}</span>
      <input
        type="number"
        className="field w-28"
        min={min}
        max={max}
        value={value}
        // What is typed then replaces the number, instead of going behind it.
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => {
          const typed = Math.round(target.valueAsNumber || min);
          onChange(Math.min(max, Math.max(min, typed)));
        }}
      />
    </label>
  );
}
