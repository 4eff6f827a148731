"use client";

import type { Limits } from "@caption-generator/schema";
import { LanguageField } from "./language-field.tsx";
import { LengthField } from "./length-field.tsx";
import { MoreOptions } from "./more-options.tsx";
import type { OptionFieldProps } from "./option-field-props.ts";
import { PlatformField } from "./platform-field.tsx";
import { ToneField } from "./tone-field.tsx";

interface OptionsFormProps extends OptionFieldProps {
  /** Whether the options are those last chosen here: what were chosen before would be lost. */
  readonly known: boolean;
  readonly limits: Limits | undefined;
  readonly onSubmit: () => void;
  readonly disabled: boolean;
  readonly hint: string | undefined;
  /** What the captions will cost, in a sentence. */
  readonly cost: string | undefined;
}

/** What a person asks of their captions. */
export function OptionsForm({
  known,
  limits,
  onSubmit,
  disabled,
  hint,
  cost,
  ...field
}: OptionsFormProps) {
  return (
    <form
      aria-label="Options"
      className="card flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <fieldset disabled={!known} className="waiting flex min-w-0 flex-col gap-5">
        <ToneField {...field} />
        <LengthField {...field} />
        <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
          <PlatformField {...field} />
          <LanguageField {...field} languages={limits?.captionModel.languages} />
        </div>
        <MoreOptions {...field} heard={limits?.transcriber.active === true} />
      </fieldset>
      {/* On a phone the button stays in reach of the thumb while the options are scrolled. */}
      <div
        className={`flex flex-wrap items-center gap-3 ${hint === undefined ? "max-sm:sticky max-sm:bottom-0 max-sm:-mx-4 max-sm:-mb-4 max-sm:rounded-b-2xl max-sm:border-line max-sm:border-t max-sm:bg-card max-sm:px-4 max-sm:py-3" : ""}`}
      >
        <button
          type="submit"
          className="button button-main px-6 text-lg max-sm:w-full"
          disabled={disabled}
        >
          Write captions
        </button>
        {hint !== undefined && <p className="text-sm text-soft">{hint}</p>}
        {cost !== undefined && <p className="text-sm text-soft">{cost}</p>}
      </div>
    </form>
  );
}
