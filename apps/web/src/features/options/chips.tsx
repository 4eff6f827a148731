interface ChipsProps<T extends string> {
  readonly legend: string;
  readonly name: string;
  readonly values: readonly T[];
  readonly value: T;
  readonly label: (value: T) => string;
  readonly onPick: (value: T) => void;
}

/** One choice of a few, as radio buttons that look like chips. */
export function Chips<T extends string>({
  legend,
  name,
  values,
  value,
  label,
  onPick,
}: ChipsProps<T>) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {values.map((each) => (
          <label key={each} className="chip">
            <input
              type="radio"
              className="sr-only"
              name={name}
              checked={each === value}
              onChange={() => onPick(each)}
            />
            {label(each)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
