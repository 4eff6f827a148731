import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { SlowestFirst } from "./tools/test/slowest-first.ts";

/** Real servers and databases start inside these tests, on machines that are busy with other things. */
const PATIENT_MS = 180_000;

/** For what is waited for within a test: Vitest would give up after a second. */
const expect = { poll: { timeout: 60_000 } };

/** Vitest would leave one of two cores idle. */
const WORKERS = Math.max(2, availableParallelism() - 1);

/** Terraform and an emulator of AWS wait for each other, mostly: `npm test` runs them beside all others. */
const DEPLOYMENTS = "tools/infra/test/**/*.test.ts";

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        test: {
          name: "unit",
          include: ["{apps,packages}/*/src/**/*.test.{ts,tsx}", "tools/**/*.test.ts"],
          exclude: ["**/node_modules/**", "tools/rules/**", "tools/*/test/**"],
          // They share their modules: to load all of them for each of hundreds of files takes longer than the tests.
          isolate: false,
          testTimeout: PATIENT_MS,
          hookTimeout: PATIENT_MS,
          expect,
        },
      },
      {
        test: {
          name: "integration",
          include: ["apps/api/test/**/*.test.ts", "tools/*/test/**/*.test.ts"],
          exclude: ["**/node_modules/**", DEPLOYMENTS],
          globalSetup: ["apps/api/src/testing/data-template.setup.ts"],
          testTimeout: PATIENT_MS,
          hookTimeout: PATIENT_MS,
          expect,
        },
      },
      {
        test: {
          name: "deployments",
          include: [DEPLOYMENTS],
          testTimeout: PATIENT_MS,
          hookTimeout: PATIENT_MS,
          expect,
        },
      },
      {
        test: {
          name: "rules",
          include: ["tools/rules/**/*.test.ts"],
          testTimeout: PATIENT_MS,
          hookTimeout: PATIENT_MS,
          expect,
        },
      },
    ],
  },
});
