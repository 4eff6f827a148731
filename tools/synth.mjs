import { launch } from "./launch.mjs";

// What `cdktf` runs to synthesize, on whatever Node the machine has.
launch("../packages/infra/src/main.ts", { preload: "../packages/infra/src/start/fast-start.ts" });
