import type { DeclaredWhole } from "@caption-generator/schema";
import { ApiProblem, problemOf, toShown } from "./problem.ts";
import { readRetryAfter } from "./retry-after.ts";

/** A connection on which nothing moved for this long is dead, though nobody said so. */
const STALLED_MS = 60_000;

export type SendTarget = Pick<DeclaredWhole["target"], "method" | "url" | "headers">;

/**
 * Sends a file, or a part of one, to its target. XMLHttpRequest, because fetch does not say how far it is.
 * @param onProgress the part that is sent, from 0 to 1
 * @throws ApiProblem
 */
export function sendFile(
  content: Blob,
  { method, url, headers }: SendTarget,
  { onProgress, signal }: { onProgress: (part: number) => void; signal: AbortSignal },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const lost = () => reject(new ApiProblem(toShown(undefined)));
    let stalled: ReturnType<typeof setTimeout>;
    const moved = () => {
      clearTimeout(stalled);
      stalled = setTimeout(() => {
        lost();
        request.abort();
      }, STALLED_MS);
    };
    const stop = () => request.abort();
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => {
      moved();
      onProgress(total === 0 ? 0 : loaded / total);
    };
    request.onload = () => (request.status < 300 ? resolve() : reject(readProblem(request)));
    request.onerror = lost;
    request.onabort = () => reject(signal.reason);
    request.onloadend = () => {
      clearTimeout(stalled);
      signal.removeEventListener("abort", stop);
    };
    signal.addEventListener("abort", stop);
    moved();
    request.send(content);
  });
}

function readProblem(request: XMLHttpRequest): ApiProblem {
  const retryAfterMs = readRetryAfter(request.getResponseHeader("retry-after"));
  const answer = { status: request.status, retryAfterMs };
  try {
    return problemOf(JSON.parse(request.responseText), answer);
  } catch {
    return problemOf(undefined, answer);
  }
}
