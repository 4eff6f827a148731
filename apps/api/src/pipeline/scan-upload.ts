import type { Deps } from "../deps.ts";
import { AppError } from "../errors/app-error.ts";
import type { UploadRecord } from "../ports/records.ts";
import type { Scannable, ScanVerdict } from "../ports/scanner.ts";

type Needs = Pick<Deps, "scanner" | "log">;

/**
 * Has an upload judged where it lies, where that is how it is scanned; before anything reads it.
 * @throws AppError malware_found, scanner_unavailable, scan_not_possible
 */
export async function scanStored(
  { scanner, log }: Needs,
  { id, name }: Pick<UploadRecord, "id" | "name">,
  signal: AbortSignal,
): Promise<void> {
  if (scanner.judges === "stored") requireClean(log, name, await scanner.scan(id, signal));
}

/** @throws AppError malware_found, scanner_unavailable */
export async function scanUpload(
  { scanner, log }: Needs,
  file: { readonly name: string; readonly content: Scannable; readonly signal: AbortSignal },
): Promise<void> {
  if (!scanner.active || scanner.judges !== "content") return;
  requireClean(log, file.name, await scanner.scan(file.content, file.signal));
}

function requireClean(log: Needs["log"], name: string, verdict: ScanVerdict): void {
  if (verdict.clean) return;
  log.warn({ signature: verdict.signature }, "malware found in an upload");
  throw new AppError({
    code: "malware_found",
    detail: `The scanner found ${verdict.signature} in "${name}". The file was deleted; nothing opened it.`,
  });
}
