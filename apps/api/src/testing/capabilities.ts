import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** What some tests need beyond Node and the npm registry, and the command that provides it. */
export const CAPABILITIES = {
  chromium: "apt-get install chromium",
  clamav: "apt-get install clamav-daemon",
  espeak: "apt-get install espeak-ng",
  ffmpeg: "apt-get install ffmpeg",
  moto: "pipx install 'moto[server]'",
  postgres: "apt-get install postgresql",
  photos: "apt-get install mate-backgrounds gnome-backgrounds",
  redis: "apt-get install redis-server",
} as const;

export type Capability = keyof typeof CAPABILITIES;

/** Folders of photographs that Debian ships. */
const PHOTO_FOLDERS = ["/usr/share/backgrounds/mate/nature", "/usr/share/backgrounds/gnome"];

/** Where programs are looked for: daemons live in folders that are not on everybody's PATH. */
function programFolders(): string[] {
  return [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/usr/bin"];
}

const hasProgram = (name: string) =>
  programFolders().some((folder) => existsSync(join(folder, name)));

/** Where Debian keeps the server's programs, by version. */
const POSTGRES = "/usr/lib/postgresql";

/** The folder of Postgres's own programs, which Debian does not put on the PATH. */
export function postgresFolder(): string | undefined {
  const versions = existsSync(POSTGRES) ? readdirSync(POSTGRES).map(Number) : [];
  const debians = versions
    .toSorted((a, b) => b - a)
    .map((each) => join(POSTGRES, `${each}`, "bin"));
  return [...programFolders(), ...debians].find((folder) => existsSync(join(folder, "initdb")));
}

/** The emulator of S3. */
export const MOTO = "moto_server";

/** Whether this machine has what `capability` names. */
export function has(capability: Capability): boolean {
  switch (capability) {
    case "chromium":
      return hasProgram("chromium");
    case "clamav":
      return hasProgram("clamd");
    case "espeak":
      return hasProgram("espeak-ng");
    case "ffmpeg":
      return hasProgram("ffmpeg") && hasProgram("ffprobe");
    case "moto":
      return hasProgram(MOTO);
    case "postgres":
      return postgresFolder() !== undefined;
    case "photos":
      return PHOTO_FOLDERS.every((folder) => existsSync(folder));
    case "redis":
      return hasProgram("redis-server");
  }
}

/**
 * The title of a test that is skipped where a capability is missing. `npm test` finds the mark in the
 * titles of skipped tests and says what would let them run.
 *
 * @example test.skipIf(!has("photos"))(needing("photos", "names what is in a photo"), ...)
 */
export function needing(capability: Capability, title: string): string {
  return `${title} [needs ${capability}]`;
}
