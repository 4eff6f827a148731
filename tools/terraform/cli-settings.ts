/** What a Terraform CLI configuration says about where providers lie. */
export interface CliSettings {
  readonly mirrors: readonly string[];
  readonly cache: string | undefined;
}

/** A string, or a comment in one of three forms: `"registry/*"` opens none. */
const STRING_OR_COMMENT = /("(?:[^"\\]|\\.)*")|\/\*[\s\S]*?\*\/|(?:#|\/\/).*/g;

const withoutComments = (text: string) =>
  text.replaceAll(STRING_OR_COMMENT, (_, string?: string) => string ?? "");

/** A string of HCL without templates, as a path is written. */
const unquoted = (text: string) => text.replaceAll(/\\(["\\])/g, "$1");

/** Reads the folders out of a CLI configuration's text. What it says besides is not ours to judge. */
export function readCliSettings(text: string): CliSettings {
  const plain = withoutComments(text);
  const mirrors = plain.matchAll(
    /\bfilesystem_mirror\s*\{[^}]*?\bpath\s*=\s*"(?<path>(?:[^"\\]|\\.)*)"/g,
  );
  const cache = /^\s*plugin_cache_dir\s*=\s*"(?<path>(?:[^"\\]|\\.)*)"/m.exec(plain);
  return {
    mirrors: [...mirrors].map((match) => unquoted(match.groups?.["path"] ?? "")),
    cache: cache?.groups?.["path"] === undefined ? undefined : unquoted(cache.groups["path"]),
  };
}
