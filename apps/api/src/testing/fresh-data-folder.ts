import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** A data folder with a database as a first start leaves it. */
    readonly dataTemplate: string;
  }
}

/** A data folder of a test's own, with a database that has been through a first start. */
export async function freshDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "captions-"));
  await cp(inject("dataTemplate"), folder, { recursive: true });
  return folder;
}
