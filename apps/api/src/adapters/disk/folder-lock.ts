import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StartupError } from "../../errors/startup-error.ts";

/**
 * Makes the data folder and takes it for this process alone, until `release` or the process's end:
 * the system drops the lock even of a process that was killed. SQLite serves only as a portable
 * way to an advisory file lock, which Node itself does not offer.
 * @throws StartupError where another process holds it, or it cannot be written
 */
export function lockFolder(dir: string): { release(): void } {
  const note = join(dir, "lock.pid");
  const database = openLockFile(dir);
  try {
    database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;");
  } catch (cause) {
    database.close();
    throw new StartupError(
      `Another caption-generator${holder(note)} uses the data folder ${dir}. Stop it first, or give this one another folder with --data (DATA_DIR).`,
      { cause },
    );
  }
  writeFileSync(note, String(process.pid));
  return { release: () => database.close() };
}

function openLockFile(dir: string): DatabaseSync {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const database = new DatabaseSync(join(dir, "lock"));
    return database;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartupError(
      `The data folder ${dir} cannot be made or written (${reason}). Check its permissions, or give another folder with --data (DATA_DIR).`,
      { cause },
    );
  }
}

function holder(note: string): string {
  try {
    return ` (process ${readFileSync(note, "utf8")})`;
  } catch {
    return "";
  }
}
