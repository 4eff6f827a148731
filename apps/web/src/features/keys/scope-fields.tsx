import type { ApiKeyScope } from "@caption-generator/schema";
import { API_KEY_SCOPES } from "@caption-generator/schema";
import { SCOPE_LABELS } from "./scope-labels.ts";

interface ScopeFieldsProps {
  readonly scopes: readonly ApiKeyScope[];
  readonly onChange: (scopes: readonly ApiKeyScope[]) => void;
}

/** What a key may do: any of a few, and at least one. */
export function ScopeFields({ scopes, onChange }: ScopeFieldsProps) {
  const toggle = (scope: ApiKeyScope) =>
    onChange(API_KEY_SCOPES.filter((each) => scopes.includes(each) !== (each === scope)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 font-semibold">It may</legend>
      {API_KEY_SCOPES.map((scope) => (
        <label key={scope} className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            className="size-5 shrink-0 accent-accent"
            checked={scopes.includes(scope)}
            onChange={() => toggle(scope)}
          />
          <span>
            {SCOPE_LABELS[scope]} <code className="text-sm text-soft">{scope}</code>
          </span>
        </label>
      ))}
      {scopes.length === 0 && (
        <p role="status" className="text-alarm">
          Choose at least one: a key that may do nothing is of no use.
        </p>
      )}
    </fieldset>
  );
}
