import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import type { Scannable } from "../ports/scanner.ts";

/** @throws AppError malware_found, scanner_unavailable */
export async function scanUpload(
  { scanner, log }: Pick<Deps, "scanner" | "log">,
  file: { readonly name: string; readonly content: Scannable; readonly signal: AbortSignal },
): Promise<void> {
  if (!scanner.active) return;
  const verdict = await scanner.scan(file.content, file.signal);
  if (verdict.clean) return;
  log.warn({ signature: verdict.signature }, "malware found in an upload");
  throw new AppError({
    code: "malware_found",
    detail: `The scanner found ${verdict.signature} in "${file.name}". The file was deleted; nothing opened it.`,
  });
}
