import { COMMON_LANGUAGES } from "./common-languages.ts";
import { nameOf } from "./language-tag.ts";
import type { OptionFieldProps } from "./option-field-props.ts";

const DETECT = "detect";

/** What is spoken in a video: who listens hears better when told, and mostly finds out alone. */
export function SpokenField({ options, onChange }: OptionFieldProps) {
  return (
    <label className="flex flex-col gap-2">
      <span>Spoken in a video</span>
      <select
        className="field"
        value={options.spokenLanguage ?? DETECT}
        onChange={({ target: { value } }) =>
          onChange({ spokenLanguage: value === DETECT ? undefined : value })
        }
      >
        <option value={DETECT}>Find out by listening</option>
        {COMMON_LANGUAGES.map((tag) => (
          <option key={tag} value={tag}>
            {nameOf(tag)}
          </option>
        ))}
      </select>
    </label>
  );
}
