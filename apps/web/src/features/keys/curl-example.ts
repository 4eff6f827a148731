import type { CreatedApiKey } from "@caption-generator/schema";

/**
 * A command that can be pasted into a shell as it stands: it captions `photo.jpg` in the current folder, or
 * lists captions where the key may do no more.
 * @param origin where the page was reached, and so the API
 */
export function curlExample(
  { key, scopes }: Pick<CreatedApiKey, "key" | "scopes">,
  origin: string,
): string {
  const authorization = `-H 'Authorization: Bearer ${key}'`;
  const url = `${origin}/api/captions`;
  if (!scopes.includes("captions:write")) return `curl ${authorization} ${url}`;
  return `curl ${authorization} -H 'Prefer: wait=30' -F file=@photo.jpg ${url}`;
}
