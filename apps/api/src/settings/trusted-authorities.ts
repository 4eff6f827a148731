import { readFileSync } from "node:fs";
import { StartupError } from "../errors/startup-error.ts";

interface Authorities {
  /** The name of the setting. */
  readonly variable: string;
  /** The path it names, if any. */
  readonly file: string | undefined;
  /** What the file is, as the end of a sentence. */
  readonly what: string;
}

/**
 * How a server's certificate is checked: Node checks chain and name by itself, by the authorities it knows and those in
 * a file.
 *
 * @throws StartupError that names the variable and the file
 */
export function trustedAuthorities({ variable, file, what }: Authorities): { ca?: string } {
  if (file === undefined) return {};
  try {
    return { ca: readFileSync(file, "utf8") };
  } catch (error) {
    throw new StartupError(
      `${variable} "${file}" cannot be read: ${(error as Error).message}. It is ${what}.`,
    );
  }
}
