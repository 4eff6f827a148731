import type { ApiKey } from "@caption-generator/schema";
import { KeyItem } from "./key-item.tsx";

interface KeyListProps {
  /** Undefined until they are known. */
  readonly keys: readonly ApiKey[] | undefined;
  readonly failed: boolean;
  readonly onRevoke: (id: string) => void;
}

/** The keys there are, newest first. */
export function KeyList({ keys, failed, onRevoke }: KeyListProps) {
  return (
    <section aria-labelledby="keys-heading" className="card flex flex-col gap-4">
      <h2 id="keys-heading" className="font-semibold text-xl">
        Your keys
      </h2>
      {keys === undefined && (
        <p role="status" className="text-soft">
          {failed ? "The keys cannot be loaded right now." : "Loading…"}
        </p>
      )}
      {keys?.length === 0 && <p className="text-soft">There are none yet.</p>}
      {keys !== undefined && keys.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {keys.map((key) => (
            <KeyItem key={key.id} apiKey={key} onRevoke={onRevoke} />
          ))}
        </ul>
      )}
    </section>
  );
}
