import { LENGTH_NAMES, LENGTHS, MAX_CHARACTERS } from "@caption-generator/schema";
import { capitalise } from "../../lib/capitalise.ts";
import { Chips } from "./chips.tsx";
import { NumberInput } from "./number-input.tsx";
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
        <div className="flex items-center gap-2">
          <NumberInput
            label="Most characters"
            className="w-32"
            {...MAX_CHARACTERS}
            value={custom}
            onChange={(maxCharacters) => onChange({ length: { maxCharacters } })}
          />
          <span aria-hidden="true">characters</span>
        </div>
      )}
    </div>
  );
}
