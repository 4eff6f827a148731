import { randomInt } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstLacking } from "../../terraform/capabilities.ts";
import type { LockInfo } from "../rehearse/backend.ts";
import type { EmulatedBackend } from "./emulated-backend.ts";
import { startEmulatedBackend } from "./emulated-backend.ts";

const lacking = await firstLacking(["terraform", "moto", "awsprovider"]);
const needs = lacking ? ` [needs ${lacking}]` : "";

const NETWORK_RESOURCES = 26;
const MINUTES = 60_000;
/** What Terraform prints when it reads a resource, begins to make it, and has made it. */
const STEP = /: (?:Refreshing state|Creating|Creation complete)/g;
const NO_CHANGES = ["plan", "-detailed-exitcode", "-no-color", "-target=module.networking"];

async function untilLocked(backend: EmulatedBackend): Promise<LockInfo> {
  for (;;) {
    const lock = await backend.lock();
    if (lock !== undefined) return lock;
    await wait(100);
  }
}

describe.skipIf(lacking)(`a second deployment${needs}`, () => {
  let backend: EmulatedBackend;
  beforeAll(async () => {
    backend = await startEmulatedBackend();
  }, 2 * MINUTES);
  afterAll(() => backend?.close());

  it(
    "is refused while the first holds the lock, and changes nothing",
    async () => {
      const [one, other] = [await backend.machine(), await backend.machine()];
      const first = backend.deploy(one);
      const lock = await untilLocked(backend);
      const second = await backend.deploy(other).done;
      expect(second).toMatchObject({ code: 1 });
      expect(second.stderr).toContain("Error acquiring the state lock");
      expect(second.stderr).toContain(lock.ID);
      expect(second.stdout).not.toContain("Creating...");

      expect(await first.done).toMatchObject({ code: 0 });
      expect(await backend.resources()).toHaveLength(NETWORK_RESOURCES);
      expect(await backend.lock()).toBeUndefined();
      expect(await backend.terraform(other, ...NO_CHANGES)).toMatchObject({ code: 0 });
    },
    3 * MINUTES,
  );
});

describe.skipIf(lacking)(`a deployment that is killed${needs}`, () => {
  let backend: EmulatedBackend;
  beforeAll(async () => {
    backend = await startEmulatedBackend();
  }, 2 * MINUTES);
  afterAll(() => backend?.close());

  it(
    "five times at random moments, is finished by the next once its lock is released",
    async () => {
      const machine = await backend.machine();
      for (let time = 1; time <= 5; time += 1) {
        const moment = { steps: randomInt(1, NETWORK_RESOURCES), ms: randomInt(0, 400) };
        const lock = await killAt(machine, moment);
        const left = (await backend.resources()).length;
        console.info(`killed after step ${moment.steps} and ${moment.ms} ms; ${left} in the state`);
        await release(machine, lock);
      }

      const last = await backend.deploy(machine).done;
      expect(last).toMatchObject({ code: 0 });
      expect(await backend.resources()).toHaveLength(NETWORK_RESOURCES);
      expect(await backend.lock()).toBeUndefined();
      expect(await backend.terraform(machine, ...NO_CHANGES)).toMatchObject({ code: 0 });
    },
    5 * MINUTES,
  );

  /** Kills a deployment some time after so many resources were read, begun or made. */
  async function killAt(machine: string, moment: { steps: number; ms: number }): Promise<LockInfo> {
    let output = "";
    const deployment = backend.deploy(machine, (text) => {
      output += text;
    });
    while ((output.match(STEP) ?? []).length < moment.steps) await wait(20);
    const lock = await untilLocked(backend);
    await wait(moment.ms);
    deployment.kill("SIGKILL");
    expect((await deployment.done).stdout).not.toContain("Apply complete");
    return lock;
  }

  /** The lock of the dead stops the next one, which names it; `terraform force-unlock` takes it away. */
  async function release(machine: string, lock: LockInfo) {
    expect(await backend.lock()).toEqual(lock);
    const refused = await backend.deploy(machine).done;
    expect(refused.code).toBe(1);
    const id = /^\s*(?:│\s*)?ID:\s+(?<id>\S+)/mu.exec(refused.stderr)?.groups?.["id"] ?? "none";
    expect(id).toBe(lock.ID);
    const released = await backend.terraform(machine, "force-unlock", "-force", id);
    expect(released).toMatchObject({ code: 0 });
    expect(await backend.lock()).toBeUndefined();
  }
});
