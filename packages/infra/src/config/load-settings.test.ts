import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inTemporaryFolder } from "../testing/synthesized.ts";
import { loadSettings } from "./load-settings.ts";

function load(text: string | undefined, named: boolean) {
  return inTemporaryFolder((folder) => {
    const path = join(folder, "infra.json");
    if (text !== undefined) writeFileSync(path, text);
    return loadSettings({ path, named });
  });
}

describe("the owner's file", () => {
  it("need not be there", () => {
    expect(load(undefined, false).state.protected).toBe(true);
  });

  it("must be there when the environment names it", () => {
    expect(() => load(undefined, true)).toThrow(
      /There is no file ".*infra.json", which INFRA_SETTINGS/,
    );
  });

  it("is read", () => {
    expect(load('{"state": {"bucket": "our-states"}}', false).state.bucket).toBe("our-states");
  });

  it("is refused when it is not JSON", () => {
    expect(() => load("{state}", false)).toThrow(/infra.json" is not JSON/);
  });
});
