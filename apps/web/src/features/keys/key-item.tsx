import type { ApiKey } from "@caption-generator/schema";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { SCOPE_LABELS } from "./scope-labels.ts";

interface KeyItemProps {
  readonly apiKey: ApiKey;
  readonly onRevoke: (id: string) => void;
}

const asTime = (instant: string) =>
  new Date(instant).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" });

export function KeyItem({ apiKey, onRevoke }: KeyItemProps) {
  const { id, name, hint, scopes, createdAt, lastUsedAt } = apiKey;
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex items-baseline gap-2">
          <span className="truncate">{name}</span>
          <code className="text-sm text-soft">{hint}</code>
        </p>
        <p className="text-sm text-soft">
          {scopes.map((scope) => SCOPE_LABELS[scope]).join(" · ")}
        </p>
        <p className="text-sm text-soft">
          Made {asTime(createdAt)} ·{" "}
          {lastUsedAt === null ? "never used" : `last used ${asTime(lastUsedAt)}`}
        </p>
      </div>
      <ConfirmButton
        label="Revoke"
        question="Really revoke?"
        what={`the key ${name}`}
        onConfirm={() => onRevoke(id)}
      />
    </li>
  );
}
