import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/**
 * Does `work` unless `file` says that it was last done for this very `value`. The stamp is removed
 * before the work and written after it, so that work cut short is done again.
 *
 * @returns whether the work was done
 */
export async function unlessStamped(
  file: string,
  value: string,
  work: () => Promise<void>,
): Promise<boolean> {
  if (read(file) === value) return false;
  rmSync(file, { force: true });
  await work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, value);
  return true;
}
