import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../../shared/root.ts";

/** The owner's settings, of which only the state's are looked at here. */
interface SettingsText {
  readonly state?: Readonly<Record<string, unknown>>;
}

const BUCKET = "caption-generator-rehearsal-state";

/**
 * The settings of a rehearsal: the owner's, with a state bucket where none is named yet, and without the
 * protection that keeps a state from being destroyed.
 */
export function rehearsalSettings(owners: SettingsText) {
  return { ...owners, state: { bucket: BUCKET, ...owners.state, protected: false } };
}

async function ownersSettings(file: string): Promise<SettingsText> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as SettingsText;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw error;
  }
}

/**
 * Writes a CDKTF project into a folder: this repository's program fitted to the emulator, with the folder's own
 * settings, output and local state, so that a rehearsal leaves nothing behind.
 *
 * @param owners the file of the owner's settings; it need not be there
 * @returns the variables that the program is to be run with
 */
export async function writeProject(folder: string, owners: string) {
  const program = join(ROOT, "tools", "infra", "emulated", "program.ts");
  const settings = join(folder, "settings.json");
  const cdktf = {
    language: "typescript",
    app: `"${process.execPath}" "${program}"`,
    output: "cdktf.out",
    projectId: "rehearsal",
    sendCrashReports: "false",
  };
  await writeFile(join(folder, "cdktf.json"), JSON.stringify(cdktf));
  await writeFile(settings, JSON.stringify(rehearsalSettings(await ownersSettings(owners))));
  return { INFRA_SETTINGS: settings };
}
