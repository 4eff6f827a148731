import { CUSTOM_TONE_MAX, TONES } from "@caption-generator/schema";
import { capitalise } from "../../lib/capitalise.ts";
import { Chips } from "./chips.tsx";
import type { OptionFieldProps } from "./option-field-props.ts";

const CHOICES = [...TONES, "custom"] as const;

export function ToneField({ options: { tone }, onChange }: OptionFieldProps) {
  const custom = typeof tone === "string" ? undefined : tone.custom;
  return (
    <div className="flex flex-col gap-2">
      <Chips
        legend="Tone"
        name="tone"
        values={CHOICES}
        value={typeof tone === "string" ? tone : "custom"}
        label={(each) => (each === "custom" ? "My own…" : capitalise(each))}
        onPick={(each) => onChange({ tone: each === "custom" ? { custom: "warm" } : each })}
      />
      {custom !== undefined && (
        <input
          aria-label="Your own tone"
          className="field"
          maxLength={CUSTOM_TONE_MAX}
          required
          value={custom}
          onChange={({ target }) => onChange({ tone: { custom: target.value } })}
        />
      )}
    </div>
  );
}
