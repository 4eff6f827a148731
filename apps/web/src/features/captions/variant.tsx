import type { CaptionVariant } from "@caption-generator/schema";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Moments } from "./moments.tsx";

interface VariantProps {
  readonly variant: CaptionVariant;
  readonly number: number;
  /** What it is written in, and what is spoken in the video where that is known; as BCP 47 tags. */
  readonly language: string;
  readonly spoken: string | undefined;
  /** Shows a moment of the video, in seconds; undefined where the page has none to show it in. */
  readonly onSeek: ((seconds: number) => void) | undefined;
}

export function Variant({ variant, number, language, spoken, onSeek }: VariantProps) {
  const { text, characters, limit, cut, evidence = [] } = variant;
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 rounded-xl bg-page p-4">
      <p
        data-testid="caption"
        lang={language}
        dir="auto"
        className="wrap-anywhere col-span-2 whitespace-pre-wrap text-lg leading-relaxed sm:col-span-1"
      >
        {text}
      </p>
      <p className="text-sm text-soft tabular-nums">
        {characters} of {limit} characters{cut && " · the end was cut to fit"}
      </p>
      {evidence.length > 0 && (
        <Moments evidence={evidence} language={language} spoken={spoken} onSeek={onSeek} />
      )}
      <div className="sm:col-start-2 sm:row-span-2 sm:row-start-1">
        <CopyButton text={text} what={`caption ${number}`} />
      </div>
    </li>
  );
}
