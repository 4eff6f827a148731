import { LENGTH_NAMES, LENGTHS, MAX_CHARACTERS } from "@caption-generator/schema";
import { capitalise } from "../../lib/capitalise.ts";
import { Chips } from "./chips.tsx";
import type { OptionFieldProps } from "./option-field-props.ts";

const CHOICES = [...LENGTH_NAMES, "custom"] as const;

export function LengthField({ options: { length }, onChange }: OptionFieldProps) {
  const custom = typeof length === "string" ? undefined : length.maxCharacters;
  return (
    <div className="flex flex-col gap-2">
      <Chips
        legend="Length, in characters"
        name="length"
        values={CHOICES}
        value={typeof length === "string" ? length : "custom"}
        label={(each) => (each === "custom" ? "At most…" : `${capitalise(each)}, ${LENGTHS[each]}`)}
        onPick={(each) => onChange({ length: each === "custom" ? { maxCharacters: 150 } : each })}
      />
      {custom !== undefined && (
        <label className="flex items-center gap-2">
          <input
            type="number"
            className="field w-32"
            aria-label="Most characters"
            min={MAX_CHARACTERS.min}
            max={MAX_CHARACTERS.max}
            required
            value={custom}
            onChange={({ target }) =>
              onChange({ length: { maxCharacters: target.valueAsNumber || 0 } })
            }
          />
          characters
        </label>
      )}
    </div>
  );
}
