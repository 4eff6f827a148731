import { dirname, join, resolve } from "node:path";
import type { SettingsFile } from "./config/load-settings.ts";

/** The folder of the root package.json. */
const ROOT = dirname(dirname(dirname(import.meta.dirname)));

export interface Env {
  /** Where the stacks are written; CDKTF_OUTDIR, which cdktf sets. */
  readonly outdir: string;
  /** The owner's settings; INFRA_SETTINGS, or `infra.json` in the root, which need not be there. */
  readonly settings: SettingsFile;
}

/** The only reader of the environment in this package. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const named = source["INFRA_SETTINGS"] ?? "";
  return {
    outdir: resolve(source["CDKTF_OUTDIR"] ?? join(ROOT, "cdktf.out")),
    settings: {
      path: named === "" ? join(ROOT, "infra.json") : resolve(named),
      named: named !== "",
    },
  };
}
