import { PLATFORM_IDS, PLATFORMS } from "@caption-generator/schema";
import type { OptionFieldProps } from "./option-field-props.ts";

export function PlatformField({ options: { platform }, onChange }: OptionFieldProps) {
  return (
    <label className="flex flex-col gap-2">
      <span className="font-semibold">Platform</span>
      <select
        className="field"
        value={platform ?? ""}
        onChange={({ target }) =>
          onChange({ platform: PLATFORM_IDS.find((id) => id === target.value) })
        }
      >
        <option value="">Anywhere</option>
        {PLATFORM_IDS.map((id) => (
          <option key={id} value={id}>
            {PLATFORMS[id].name}, up to {PLATFORMS[id].maxCharacters.toLocaleString("en")}
          </option>
        ))}
      </select>
    </label>
  );
}
