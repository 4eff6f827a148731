/** Said as long as the API does not answer. */
export function ServiceNote() {
  return (
    <p role="status" className="rounded-2xl border border-alarm bg-alarm-tint p-4">
      The caption service does not answer right now; this page goes on as soon as it does.
    </p>
  );
}
