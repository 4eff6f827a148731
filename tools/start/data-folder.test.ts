import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Failure } from "../shared/failure.ts";
import { temporaryFolder } from "../shared/temporary-folder.ts";
import { prepareDataFolder } from "./data-folder.ts";

describe("prepareDataFolder", () => {
  it("creates the folder and leaves nothing in it", () => {
    const folder = join(temporaryFolder(), "a", "b");
    prepareDataFolder(folder);
    expect(existsSync(folder)).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("names the folder and the flag when a file is in the way", () => {
    const folder = join(temporaryFolder({ taken: "" }), "taken", "data");
    const prepare = () => prepareDataFolder(folder);
    expect(prepare).toThrow(Failure);
    expect(prepare).toThrow(`The data folder ${folder} cannot be written`);
    expect(prepare).toThrow("--data DIR");
  });
});
