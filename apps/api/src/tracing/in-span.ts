import type { Attributes } from "@opentelemetry/api";
import { SpanStatusCode, trace } from "@opentelemetry/api";
import { asAppError } from "../errors/app-error.ts";

/**
 * Does `work` as a span of the trace that it is part of; where nothing is traced, just does it. Attributes
 * never hold what a person wrote or sent.
 */
export function inSpan<T>(
  name: string,
  attributes: Attributes,
  work: () => Promise<T>,
): Promise<T> {
  return trace
    .getTracer("caption-generator")
    .startActiveSpan(name, { attributes }, async (span) => {
      try {
        return await work();
      } catch (error) {
        // The words of an error may quote what was sent.
        const type = asAppError(error)?.code ?? (error instanceof Error ? error.name : "unknown");
        span.setAttribute("error.type", type);
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    });
}
