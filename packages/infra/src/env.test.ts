import { isAbsolute } from "node:path";
import { describe, expect, it } from "vitest";
import { readEnv } from "./env.ts";

describe("the environment", () => {
  it("has the stacks written to cdktf.out in the root, and infra.json read there, if nothing is set", () => {
    const { outdir, settings } = readEnv({});
    expect(outdir).toMatch(/cdktf\.out$/);
    expect(settings.path).toMatch(/infra\.json$/);
    expect(isAbsolute(outdir) && isAbsolute(settings.path)).toBe(true);
    expect(settings.named).toBe(false);
  });

  it("names another folder with CDKTF_OUTDIR, as cdktf does", () => {
    expect(readEnv({ CDKTF_OUTDIR: "/elsewhere" }).outdir).toBe("/elsewhere");
  });

  it("names another file with INFRA_SETTINGS, which then has to be there", () => {
    expect(readEnv({ INFRA_SETTINGS: "/own.json" }).settings).toEqual({
      path: "/own.json",
      named: true,
    });
  });
});
