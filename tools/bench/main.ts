import { measureLatency } from "./latency.ts";
import { measureMemory } from "./memory.ts";
import { measurePlan } from "./plan.ts";
import { measureThroughput } from "./throughput.ts";

process.stdout.write("| what | goal | seen |\n|---|---|---|\n");
for (const measure of [measureLatency, measureThroughput, measureMemory, measurePlan]) {
  for (const { what, goal, seen } of await measure()) {
    process.stdout.write(`| ${what} | ${goal} | ${seen} |\n`);
  }
}
