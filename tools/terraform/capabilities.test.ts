import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../shared/temporary-folder.ts";
import { firstLacking } from "./capabilities.ts";

function pathWith(...programs: string[]): string {
  const folder = temporaryFolder(Object.fromEntries(programs.map((name) => [name, "#!/bin/sh\n"])));
  for (const name of programs) chmodSync(join(folder, name), 0o755);
  return folder;
}

describe("what a machine lacks", () => {
  it("is the first of what is wanted that it does not have", async () => {
    const PATH = pathWith("terraform");
    expect(await firstLacking(["terraform", "moto"], { PATH })).toBe("moto");
    expect(await firstLacking(["moto", "terraform"], { PATH: "" })).toBe("moto");
  });

  it("is nothing when all is there", async () => {
    const PATH = pathWith("terraform", "moto_server");
    expect(await firstLacking(["terraform", "moto"], { PATH })).toBeUndefined();
  });
});
