import { parse } from "@cdktf/hcl2json";
import { InfraError } from "../errors.ts";
import type { JsonObject } from "../terraform/configuration.ts";

/** HCL in Terraform's JSON syntax. @throws InfraError with the parser's words and the file's name */
export async function parseHcl(path: string, text: string): Promise<JsonObject> {
  try {
    return (await parse(path, text)) as JsonObject;
  } catch (error) {
    throw new InfraError(`"${path}" is not HCL: ${error instanceof Error ? error.message : error}`);
  }
}
