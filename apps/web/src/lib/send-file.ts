import type { DeclaredUpload } from "@caption-generator/schema";
import { problemSchema } from "@caption-generator/schema";
import { ApiProblem, toShown } from "./problem.ts";

/**
 * Sends a file's bytes to its upload target. XMLHttpRequest, because fetch does not say how far it is.
 * @param onProgress the part that is sent, from 0 to 1
 * @throws ApiProblem
 */
export function sendFile(
  file: File,
  { method, url, headers }: DeclaredUpload["target"],
  { onProgress, signal }: { onProgress: (part: number) => void; signal: AbortSignal },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      if (request.status < 300) resolve();
      else reject(problemOf(request.responseText));
    };
    request.onerror = () => reject(new ApiProblem(toShown(undefined)));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

function problemOf(text: string): ApiProblem {
  try {
    return new ApiProblem(problemSchema.parse(JSON.parse(text)));
  } catch {
    return new ApiProblem(toShown(undefined));
  }
}
