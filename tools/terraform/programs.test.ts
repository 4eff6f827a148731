import { chmodSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../shared/temporary-folder.ts";
import { findProgram, requireProgram } from "./programs.ts";

function folderWith(mode: number): string {
  const folder = temporaryFolder({ terraform: "#!/bin/sh\n" });
  chmodSync(join(folder, "terraform"), mode);
  return folder;
}

describe("a program", () => {
  it("is found in the first folder of PATH that has it", () => {
    const [first, second] = [folderWith(0o755), folderWith(0o755)];
    const PATH = [temporaryFolder(), first, second].join(delimiter);
    expect(findProgram("terraform", { PATH })).toBe(join(first, "terraform"));
  });

  it("is not found in a file that may not be run, or in a folder of that name", () => {
    const PATH = [folderWith(0o644), temporaryFolder({ "terraform/x": "" })].join(delimiter);
    expect(findProgram("terraform", { PATH })).toBeUndefined();
  });

  it.each(["terraform", "moto_server"] as const)("that is missing is named: %s", (name) => {
    expect(() => requireProgram(name, { PATH: "" })).toThrow(
      `${name} is not on your PATH. Install`,
    );
  });
});
