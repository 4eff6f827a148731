import { measureFleet } from "./fleet.ts";
import { measureInfra } from "./infra.ts";
import { measureLatency } from "./latency.ts";
import { measureMemory } from "./memory.ts";
import { measurePlan } from "./plan.ts";
import { measureThroughput } from "./throughput.ts";
import { measureUploads } from "./uploads.ts";
import { measureVersus } from "./versus.ts";
import { measureVideo } from "./video.ts";

process.stdout.write("| what | goal | seen |\n|---|---|---|\n");
const MEASURES = [
  measureLatency,
  measureThroughput,
  measureMemory,
  measureUploads,
  measureVideo,
  measureFleet,
  measureVersus,
  measureInfra,
  measurePlan,
];
for (const measure of MEASURES) {
  for (const { what, goal, seen } of await measure()) {
    process.stdout.write(`| ${what} | ${goal} | ${seen} |\n`);
  }
}
