import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Failure } from "../shared/failure.ts";

export interface Settings {
  /** The address both servers listen on. */
  readonly host: string;
  /** The port of the page. */
  readonly port: number;
  readonly apiPort: number;
  /** An absolute path. */
  readonly data: string;
}

export const USAGE = `npm start -- [--data DIR] [--port N] [--api-port N]

  --data DIR      where photos in work, captions and logs are kept (data/)
  --port N        the port of the page (3000)
  --api-port N    the port of the API (5000)
  --help          these lines

.env.example names the variables that can be set besides.`;

/** The exit code of a command that was called wrongly. */
const BAD_USAGE = 2;

function portOf(name: string, text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw new Failure(`${name} is "${text}"; it must be a port number from 1 to 65535.`, BAD_USAGE);
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { data: text, port: text, "api-port": text, help: { type: "boolean" } },
    }).values;
  } catch (error) {
    const why = error instanceof Error ? error.message.split(". ")[0] : String(error);
    throw new Failure(`${why}. \`npm start -- --help\` names what there is.`, BAD_USAGE);
  }
}

export interface Folders {
  /** The root of the repository: what the default and DATA_DIR are relative to. */
  readonly root: string;
  /** Where the command was typed: what --data is relative to. */
  readonly typedIn: string;
}

/**
 * What to start, from the command line and, where it is silent, from the environment.
 *
 * @returns `help` when only the usage was asked for
 * @throws Failure (exit code 2) that names the argument at fault
 */
export function readSettings(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  { root, typedIn }: Folders,
): Settings | "help" {
  const given = parse(args);
  if (given.help) return "help";
  const fromApi = given["api-port"];
  const port = portOf("--port", given.port ?? "3000");
  const apiPort =
    fromApi === undefined ? portOf("PORT", env["PORT"] || "5000") : portOf("--api-port", fromApi);
  if (port === apiPort) {
    throw new Failure(
      `The page and the API cannot both have port ${port}; change --port or --api-port.`,
      BAD_USAGE,
    );
  }
  const data =
    given.data === undefined
      ? resolve(root, env["DATA_DIR"] || "data")
      : resolve(typedIn, given.data);
  return { host: env["HOST"] || "127.0.0.1", port, apiPort, data };
}
