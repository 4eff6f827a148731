import { randomInt } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstLacking } from "../../terraform/capabilities.ts";
import type { LockInfo } from "../rehearse/backend.ts";
import type { EmulatedBackend, Stack } from "./emulated-backend.ts";
import { startEmulatedBackend } from "./emulated-backend.ts";

const lacking = await firstLacking(["terraform", "moto", "awsprovider"]);
const MINUTES = 60_000;

/** Left out is the lifecycle rule, which takes the emulator a minute. */
const NETWORK = "-target=module.networking";
const NETWORK_RESOURCES = 26;
const VPC = "-target=module.networking.aws_vpc.main";
const ACCESS = "-target=module.s3.aws_iam_role_policy_attachment.ecs_s3_access";
const ROLE = "module.s3.aws_iam_role.ecs_s3_access";

const applying = (...targets: string[]) => ["apply", "-auto-approve", "-no-color", ...targets];
const NOTHING_TO_DO = ["plan", "-detailed-exitcode", "-no-color", NETWORK];
/** What Terraform prints when it reads a resource, begins to make it, and has made it. */
const STEP = /: (?:Refreshing state|Creating|Creation complete)/g;

/** The lock that a deployment takes; none when it ended before it was seen. */
async function lockTaken(stack: Stack, ended: () => boolean): Promise<LockInfo | undefined> {
  while (!ended()) {
    const lock = await stack.lock();
    if (lock !== undefined) return lock;
    await wait(100);
  }
  return undefined;
}

/** Begins a deployment and waits until it holds its lock. */
async function begin(stack: Stack, machine: string, targets: readonly string[]) {
  const seen = { output: "", ended: false };
  const deployment = stack.start(machine, applying(...targets), (text) => {
    seen.output += text;
  });
  const done = deployment.done.finally(() => {
    seen.ended = true;
  });
  const lock = await lockTaken(stack, () => seen.ended);
  if (lock === undefined) throw new Error(`It took no lock: ${(await done).stderr}`);
  return { ...deployment, done, seen, lock };
}

/**
 * Kills a deployment with all it started as soon as its output is as asked.
 *
 * @returns the lock it held; undefined when it came to its end before
 */
async function kill(
  stack: Stack,
  machine: string,
  targets: readonly string[],
  enough: (output: string) => boolean,
): Promise<LockInfo | undefined> {
  const deployment = await begin(stack, machine, targets);
  while (!enough(deployment.seen.output) && !deployment.seen.ended) await wait(20);
  deployment.kill("SIGKILL");
  await deployment.done;
  return await stack.lock();
}

async function forceUnlock(stack: Stack, machine: string, id: string): Promise<void> {
  const { done } = stack.start(machine, ["force-unlock", "-force", id]);
  expect(await done).toMatchObject({ code: 0 });
  expect(await stack.lock()).toBeUndefined();
}

describe.skipIf(lacking)(`deployments at odds${lacking ? ` [needs ${lacking}]` : ""}`, () => {
  let backend: EmulatedBackend;
  beforeAll(async () => {
    backend = await startEmulatedBackend();
  }, 15 * MINUTES);
  afterAll(() => backend?.close());

  it(
    "a second one is refused while the first holds the lock, and changes nothing",
    async () => {
      const stack = await backend.stack("second");
      const [one, other] = [await stack.machine(), await stack.machine()];
      const first = await begin(stack, one, [NETWORK]);
      const second = await stack.start(other, applying(NETWORK)).done;
      expect(second).toMatchObject({ code: 1 });
      expect(second.stderr).toContain("Error acquiring the state lock");
      expect(second.stderr).toContain(first.lock.ID);
      expect(second.stdout).not.toContain("Creating...");

      expect(await first.done).toMatchObject({ code: 0 });
      expect(await stack.resources()).toHaveLength(NETWORK_RESOURCES);
      expect(await stack.lock()).toBeUndefined();
      expect(await stack.start(other, NOTHING_TO_DO).done).toMatchObject({ code: 0 });
    },
    15 * MINUTES,
  );

  it(
    "one killed leaves its lock, which the next one names and force-unlock takes away",
    async () => {
      const stack = await backend.stack("lock");
      const machine = await stack.machine();
      const lock = await kill(stack, machine, [VPC], (output) => output.includes("Creating..."));
      const refused = await stack.start(machine, applying(VPC)).done;
      expect(refused.code).toBe(1);
      const id = /\bID:\s+(?<id>\S+)/u.exec(refused.stderr)?.groups?.["id"] ?? "none";
      expect(id).toBe(lock?.ID);
      await forceUnlock(stack, machine, id);
    },
    15 * MINUTES,
  );

  it(
    "one killed five times at random moments is finished by the next",
    async () => {
      const stack = await backend.stack("killed");
      const machine = await stack.machine();
      // Terraform writes a state to S3 every 20 seconds and at the end: let there be part of one.
      expect(await stack.start(machine, applying(VPC)).done).toMatchObject({ code: 0 });
      const kept = await stack.resources();
      for (let kills = 0; kills < 5; ) {
        const known = (await stack.resources()).length;
        // What is known is read; the rest is begun and made, each.
        const moment = randomInt(1, known + 2 * (NETWORK_RESOURCES - known));
        const lock = await kill(
          stack,
          machine,
          [NETWORK],
          (output) => (output.match(STEP) ?? []).length >= moment,
        );
        expect(await stack.resources()).toEqual(expect.arrayContaining(kept));
        // One that came to its end before its moment was not killed.
        if (lock === undefined) continue;
        kills += 1;
        console.info(`killed at step ${moment}, with ${known} resources in the state`);
        await forceUnlock(stack, machine, lock.ID);
      }

      expect(await stack.start(machine, applying(NETWORK)).done).toMatchObject({ code: 0 });
      expect(await stack.resources()).toHaveLength(NETWORK_RESOURCES);
      expect(await stack.lock()).toBeUndefined();
      expect(await stack.start(machine, NOTHING_TO_DO).done).toMatchObject({ code: 0 });
    },
    15 * MINUTES,
  );

  it(
    "a role made by one that died before it wrote it down is named by the next, and imported",
    async () => {
      const stack = await backend.stack("role");
      const machine = await stack.machine();
      const lock = await kill(stack, machine, [NETWORK, ACCESS], (output) =>
        output.includes(`${ROLE}: Creation complete`),
      );
      await forceUnlock(stack, machine, lock?.ID ?? "none");
      expect(await stack.resources()).not.toContain(ROLE);

      const refused = await stack.start(machine, applying(ACCESS)).done;
      expect(refused.code).toBe(1);
      expect(refused.stderr).toMatch(
        /EntityAlreadyExists[\s\S]*caption-generator-dev-ecs-s3-access/,
      );
      expect(refused.stderr).toContain(ROLE);

      const { done } = stack.start(machine, [
        "import",
        ROLE,
        "caption-generator-dev-ecs-s3-access",
      ]);
      expect(await done).toMatchObject({ code: 0 });
      expect(await stack.start(machine, applying(ACCESS)).done).toMatchObject({ code: 0 });
    },
    15 * MINUTES,
  );
});
