import { OPTION_LIMITS } from "@caption-generator/schema";
import { NumberField } from "./number-field.tsx";
import type { OptionFieldProps } from "./option-field-props.ts";
import { SpokenField } from "./spoken-field.tsx";

interface MoreOptionsProps extends OptionFieldProps {
  /** Whether anybody listens to videos here. */
  readonly heard: boolean;
}

/** What most people leave as it is. */
export function MoreOptions({ options, onChange, heard }: MoreOptionsProps) {
  const { variants, hashtags, emoji, brandVoice, instruction } = options;
  return (
    <details>
      <summary className="min-h-11 py-2.5 font-semibold">More options</summary>
      <div className="mt-3 flex flex-col gap-4">
        <div className="flex flex-wrap items-end gap-5">
          <NumberField
            label="Variants"
            value={variants}
            {...OPTION_LIMITS.variants}
            onChange={(value) => onChange({ variants: value })}
          />
          <NumberField
            label="Hashtags, at most"
            value={hashtags}
            {...OPTION_LIMITS.hashtags}
            onChange={(value) => onChange({ hashtags: value })}
          />
          <label className="flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              className="size-5 accent-accent"
              checked={emoji}
              onChange={({ target }) => onChange({ emoji: target.checked })}
            />
            Emoji
          </label>
        </div>
        {heard && <SpokenField options={options} onChange={onChange} />}
        <label className="flex flex-col gap-2">
          <span>Brand voice</span>
          <textarea
            className="field"
            rows={2}
            maxLength={OPTION_LIMITS.brandVoice}
            placeholder="We are a small bakery; warm, never pushy"
            value={brandVoice ?? ""}
            onChange={({ target }) => onChange({ brandVoice: target.value })}
          />
        </label>
        <label className="flex flex-col gap-2">
          <span>Anything else</span>
          <textarea
            className="field"
            rows={2}
            maxLength={OPTION_LIMITS.instruction}
            placeholder="Mention that doors open at nine"
            value={instruction ?? ""}
            onChange={({ target }) => onChange({ instruction: target.value })}
          />
        </label>
      </div>
    </details>
  );
}
