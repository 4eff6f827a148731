import type { CaptionVariant } from "@caption-generator/schema";
import { CopyButton } from "./copy-button.tsx";

interface VariantProps {
  readonly variant: CaptionVariant;
  readonly number: number;
}

export function Variant({ variant, number }: VariantProps) {
  const { text, characters, limit, cut } = variant;
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 rounded-xl bg-page p-4">
      <div className="min-w-0 flex-1 basis-64">
        <p data-testid="caption" className="whitespace-pre-wrap text-lg leading-relaxed">
          {text}
        </p>
        <p className="mt-1 text-sm text-soft tabular-nums">
          {characters} of {limit} characters{cut && " · the end was cut to fit"}
        </p>
      </div>
      <CopyButton text={text} what={`caption ${number}`} />
    </li>
  );
}
