import { describe, expect, it } from "vitest";
import { installArguments } from "./install.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const DEVELOPED = { "node_modules/@biomejs/biome/package.json": "{}" };

describe("installArguments", () => {
  it("leave out what only development needs when the apps are to be run", () => {
    expect(installArguments(temporaryFolder(), "apps")).toContain("--prod");
  });

  it("keep a full install full, since a production one would remove packages", () => {
    expect(installArguments(temporaryFolder(DEVELOPED), "apps")).not.toContain("--prod");
  });

  it("take everything when everything is asked for", () => {
    expect(installArguments(temporaryFolder(), "all")).toEqual(["install", "--frozen-lockfile"]);
  });
});
