import type { CaptionOptions } from "@caption-generator/schema";

/** What every field of the options gets. */
export interface OptionFieldProps {
  readonly options: CaptionOptions;
  readonly onChange: (changes: Partial<CaptionOptions>) => void;
}
