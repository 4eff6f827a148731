import type { ApiKey } from "@caption-generator/schema";
import { useFocusInList } from "../../lib/use-focus-in-list.ts";
import { KeyItem } from "./key-item.tsx";

interface KeyListProps {
  /** Undefined until they are known. */
  readonly keys: readonly ApiKey[] | undefined;
  readonly failed: boolean;
  /** True once it is revoked. */
  readonly onRevoke: (id: string) => Promise<boolean>;
}

/** The keys there are, newest first. */
export function KeyList({ keys, failed, onRevoke }: KeyListProps) {
  const { list, heading, focusNext } = useFocusInList(keys?.length ?? 0);
  const revoke = async (id: string, index: number) => {
    focusNext(index);
    if (!(await onRevoke(id))) focusNext(null);
  };
  return (
    <section aria-labelledby="keys-heading" className="card flex flex-col gap-4">
      <h2
        ref={heading}
        id="keys-heading"
        tabIndex={-1}
        className="font-semibold text-xl outline-none"
      >
        Your keys
      </h2>
      {keys === undefined && (
        <p role="status" className="text-soft">
          {failed ? "The keys cannot be loaded right now." : "Loading…"}
        </p>
      )}
      {keys?.length === 0 && <p className="text-soft">There are none yet.</p>}
      {keys !== undefined && keys.length > 0 && (
        <ul ref={list} className="flex flex-col divide-y divide-line">
          {keys.map((key, index) => (
            <KeyItem key={key.id} apiKey={key} onRevoke={(id) => void revoke(id, index)} />
          ))}
        </ul>
      )}
    </section>
  );
}
