import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../shared/temporary-folder.ts";
import { rehearsalSettings, writeProject } from "./project.ts";

describe("the settings of a rehearsal", () => {
  it("name a state bucket where the owner has named none", () => {
    expect(rehearsalSettings({}).state.bucket).toMatch(/rehearsal/);
  });

  it("are the owner's, but for the protection of the state", () => {
    const owners = { state: { bucket: "ours", protected: true }, environments: { dev: {} } };
    expect(rehearsalSettings(owners)).toEqual({
      state: { bucket: "ours", protected: false },
      environments: { dev: {} },
    });
  });
});

describe("the project of a rehearsal", () => {
  it("runs this repository's program, fitted to the emulator, with settings of its own", async () => {
    const folder = temporaryFolder();
    const { INFRA_SETTINGS: settings } = await writeProject(folder, join(folder, "none.json"));
    expect(JSON.parse(readFileSync(settings, "utf8")).state.protected).toBe(false);
    const { app } = JSON.parse(readFileSync(join(folder, "cdktf.json"), "utf8"));
    expect(app).toContain(join("tools", "infra", "emulated", "program.ts"));
  });
});
