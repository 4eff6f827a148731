import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Failure } from "../shared/failure.ts";

/** The programs that the proof and the rehearsal run, and how to get them. */
export const PROGRAMS = {
  terraform:
    "Install Terraform 1.5 or newer from https://developer.hashicorp.com/terraform/install and put it on your PATH.",
  moto_server:
    "Install the AWS emulator with: pipx install 'moto[server]' (or: python3 -m pip install 'moto[server]').",
} as const;

export type Program = keyof typeof PROGRAMS;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The path of a program, looked for as a shell would. */
export function findProgram(name: Program, env: NodeJS.ProcessEnv): string | undefined {
  const endings = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  return (env["PATH"] ?? env["Path"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => endings.map((ending) => join(folder, name + ending)))
    .find(isProgram);
}

/**
 * The path of a program.
 *
 * @throws Failure that says how to install it
 */
export function requireProgram(name: Program, env: NodeJS.ProcessEnv): string {
  const path = findProgram(name, env);
  if (path === undefined) throw new Failure(`${name} is not on your PATH. ${PROGRAMS[name]}`);
  return path;
}
