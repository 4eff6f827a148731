import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";

/** Runs `work` with a folder of its own, which is removed whatever happens. */
export type WithWorkFolder = <T>(work: (folder: string) => Promise<T>) => Promise<T>;

/** Makes work folders within `root`. What a killed process left there is removed first. */
export async function openWorkFolders(root: string): Promise<WithWorkFolder> {
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true, mode: 0o700 });
  return async (work) => {
    const folder = await mkdtemp(join(root, "job-"));
    try {
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}
