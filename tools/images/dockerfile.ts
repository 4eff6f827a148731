import { readFileSync } from "node:fs";

export interface Instruction {
  /** In capitals: `COPY`. */
  readonly name: string;
  readonly rest: string;
}

/** The instructions of a Dockerfile, those over several lines as one, without comments. */
export function readDockerfile(path: string): readonly Instruction[] {
  const lines = readFileSync(path, "utf8").replaceAll(/\\\n/gu, "").split("\n");
  return lines
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => {
      const [name = "", ...rest] = line.split(" ");
      return { name: name.toUpperCase(), rest: rest.join(" ").trim() };
    });
}

/** What follows each instruction of a name. */
export const restsOf = (instructions: readonly Instruction[], name: string) =>
  instructions.filter((instruction) => instruction.name === name).map(({ rest }) => rest);
