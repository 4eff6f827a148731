import { readdirSync } from "node:fs";
import { join } from "node:path";

const HOST = "registry.terraform.io";
const SYSTEMS: Readonly<Record<string, string>> = { win32: "windows" };
const MACHINES: Readonly<Record<string, string>> = { x64: "amd64", ia32: "386" };

/** This machine in Terraform's words, `linux_amd64`. */
export const PLATFORM = [
  SYSTEMS[process.platform] ?? process.platform,
  MACHINES[process.arch] ?? process.arch,
].join("_");

/** A provider, and the major version that the stacks ask for. */
export interface WantedProvider {
  /** `aws`, of hashicorp. */
  readonly name: string;
  readonly major: number;
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * Whether a mirror's folder has a provider for a platform, unpacked (`5.100.0/linux_amd64/`) or packed
 * (`terraform-provider-aws_5.100.0_linux_amd64.zip`). A plugin cache is laid out as an unpacked mirror.
 */
export function holdsProvider(
  mirror: string,
  { name, major }: WantedProvider,
  platform: string = PLATFORM,
): boolean {
  const folder = join(mirror, HOST, "hashicorp", name);
  const packed = new RegExp(`^terraform-provider-${name}_${major}\\.[^_]+_${platform}\\.zip$`);
  return names(folder).some(
    (entry) =>
      packed.test(entry) ||
      (entry.startsWith(`${major}.`) && names(join(folder, entry, platform)).length > 0),
  );
}
