/**
 * How long a response asks us to wait, in milliseconds: OpenAI's `retry-after-ms`, or HTTP's
 * `retry-after` as seconds or as a date.
 *
 * @param now milliseconds since the epoch
 */
export function readRetryAfter(headers: Headers | undefined, now: number): number | undefined {
  const milliseconds = positive(headers?.get("retry-after-ms"));
  if (milliseconds !== undefined) return milliseconds;
  const after = headers?.get("retry-after");
  const seconds = positive(after);
  if (seconds !== undefined) return Math.ceil(seconds * 1_000);
  const date = Date.parse(after ?? "");
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function positive(text: string | null | undefined): number | undefined {
  return /^\d+(?:\.\d+)?$/u.test(text ?? "") ? Number(text) : undefined;
}
