import { mkdirSync, mkdtempSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../shared/failure.ts";

/**
 * Creates the data folder where it is missing and sees that it can be written.
 *
 * @throws Failure that names the folder, the system's reason and the flag that changes it
 */
export function prepareDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    rmdirSync(mkdtempSync(join(folder, ".writable-")));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Failure(
      `The data folder ${folder} cannot be written (${why}). Choose another: npm start -- --data DIR`,
    );
  }
}
