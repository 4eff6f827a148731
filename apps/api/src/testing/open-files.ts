import { readdir, readlink } from "node:fs/promises";

const DESCRIPTORS = "/proc/self/fd";

/** Whether this machine tells which files a process has open, as Linux does. */
export const TELLS_OPEN_FILES = process.platform === "linux";

/** Those files within `folder` that this process has open, deleted ones among them. */
export async function openFilesIn(folder: string): Promise<string[]> {
  const descriptors = await readdir(DESCRIPTORS);
  // One that is closed meanwhile, as the listing's own is, leads nowhere.
  const links = descriptors.map((each) => readlink(`${DESCRIPTORS}/${each}`).catch(() => ""));
  return (await Promise.all(links)).filter((path) => path.startsWith(`${folder}/`));
}
