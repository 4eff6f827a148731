import type { Caption } from "@caption-generator/schema";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { canRetry } from "../captions/ask-again.ts";

interface HistoryItemProps {
  readonly caption: Caption;
  readonly busy: boolean;
  readonly onOpen: (caption: Caption) => void;
  readonly onRetry: (caption: Caption) => void;
  readonly onRemove: (id: string) => void;
}

export function HistoryItem({ caption, busy, onOpen, onRetry, onRemove }: HistoryItemProps) {
  const { id, state, source, options, result, problem, createdAt } = caption;
  const written = result?.variants[0]?.text;
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <div className="min-w-0 flex-1 basis-64">
        {written === undefined ? (
          <p className="truncate">{problem?.title ?? "In work"}</p>
        ) : (
          <p className="truncate" lang={options.language} dir="auto">
            {written}
          </p>
        )}
        <p className="truncate text-sm text-soft">
          {source.name} ·{" "}
          {new Date(createdAt).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" })}
        </p>
      </div>
      <div className="flex gap-2">
        {state === "done" && (
          <button type="button" className="button" onClick={() => onOpen(caption)}>
            Open <span className="sr-only">the captions of {source.name}</span>
          </button>
        )}
        {canRetry(caption) && (
          <button type="button" className="button" disabled={busy} onClick={() => onRetry(caption)}>
            Try again <span className="sr-only">to caption {source.name}</span>
          </button>
        )}
        <ConfirmButton
          label="Delete"
          question="Really delete?"
          what={`the captions of ${source.name}`}
          onConfirm={() => onRemove(id)}
        />
      </div>
    </li>
  );
}
