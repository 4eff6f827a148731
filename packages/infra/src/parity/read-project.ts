import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InfraError } from "../errors.ts";
import type { JsonObject } from "../terraform/configuration.ts";
import { isObject, withoutComments } from "../terraform/configuration.ts";
import { merged } from "./merged.ts";
import { normalised } from "./normalised.ts";
import { parseHcl } from "./parse-hcl.ts";
import type { Project } from "./project.ts";

const CODE = /\.tf(\.json)?$/u;
const VALUES = /(^terraform\.tfvars|\.auto\.tfvars)(\.json)?$/u;

/**
 * Reads a folder as Terraform would: its `.tf` and `.tf.json` files, the files of values that Terraform
 * takes by itself, and the local modules that it calls.
 *
 * @throws InfraError when there is no such folder, or a file in it is no Terraform
 */
export async function readProject(folder: string): Promise<Project> {
  const root = await readModule(folder);
  const values = await readFiles(folder, VALUES);
  const modules: Record<string, JsonObject> = {};
  for (const [name, call] of Object.entries((root["module"] ?? {}) as JsonObject)) {
    const source = isObject(call) ? call["source"] : undefined;
    if (typeof source !== "string" || !/^\.\.?\//u.test(source)) continue;
    modules[`module.${name}`] = await readModule(join(folder, source));
  }
  return { root, modules, values };
}

async function readModule(folder: string): Promise<JsonObject> {
  const configuration = await readFiles(folder, CODE);
  if (Object.keys(configuration).length > 0 || existsSync(folder)) return configuration;
  throw new InfraError(`There is no folder "${folder}". Name one that has Terraform files in it.`);
}

async function readFiles(folder: string, pattern: RegExp): Promise<JsonObject> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => pattern.test(name)) : [];
  let all: JsonObject = {};
  for (const name of names.toSorted()) all = merged(all, await readFile(join(folder, name)));
  return all;
}

async function readFile(path: string): Promise<JsonObject> {
  const text = readFileSync(path, "utf8");
  const parsed = path.endsWith(".json") ? parseJson(path, text) : await parseHcl(path, text);
  return normalised(parsed) as JsonObject;
}

function parseJson(path: string, text: string): JsonObject {
  try {
    return withoutComments(JSON.parse(text) as JsonObject);
  } catch (error) {
    throw new InfraError(`"${path}" is not JSON: ${(error as Error).message}.`);
  }
}
