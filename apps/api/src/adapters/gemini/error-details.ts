import { z } from "zod";

/** What we read of google.rpc.RetryInfo and google.rpc.ErrorInfo. */
const detailSchema = z.object({
  "@type": z.string(),
  retryDelay: z.string().optional(),
  reason: z.string().optional(),
});

export interface ErrorDetails {
  /** How long Gemini asks us to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  readonly reasons: readonly string[];
}

/** The `details` of a Google API error (https://cloud.google.com/apis/design/errors). */
export function readErrorDetails(details: readonly unknown[] | undefined): ErrorDetails {
  const known = (details ?? []).flatMap((detail) => {
    const parsed = detailSchema.safeParse(detail);
    return parsed.success ? [parsed.data] : [];
  });
  const retryInfo = known.find((detail) => detail["@type"].endsWith("/google.rpc.RetryInfo"));
  return {
    retryAfterMs: parseDuration(retryInfo?.retryDelay),
    reasons: known.flatMap(({ reason }) => (reason === undefined ? [] : [reason])),
  };
}

/** A protobuf Duration as JSON has it, `46.152s`, in whole milliseconds. */
function parseDuration(duration: string | undefined): number | undefined {
  const seconds = /^(\d+(?:\.\d+)?)s$/u.exec(duration ?? "")?.[1];
  return seconds === undefined ? undefined : Math.ceil(Number(seconds) * 1_000);
}
