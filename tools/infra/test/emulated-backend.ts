import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Emulator } from "../../terraform/emulator.ts";
import { startEmulator } from "../../terraform/emulator.ts";
import type { Terraform } from "../../terraform/terraform.ts";
import { openTerraform } from "../../terraform/terraform.ts";
import { twin } from "../plan-parity/folders.ts";
import type { Backend } from "../rehearse/backend.ts";
import { readBackend, readLock, readState } from "../rehearse/backend.ts";
import { deleteBucketPolicy } from "../rehearse/emulated-aws.ts";
import { writeProject } from "../rehearse/project.ts";
import { addressesIn } from "../rehearse/state-file.ts";
import { stackFolder, synthesize } from "../synthesize.ts";

/** The part of the stack that needs no lifecycle rule, which takes the emulator a minute. */
const NETWORK = ["-target=module.networking", "-no-color"];

/** A dev stack whose state and lock are in an emulator, for those who deploy it at odds. */
export interface EmulatedBackend {
  readonly backend: Backend;
  /** A folder of its own to deploy the stack from, as another machine would have. */
  machine(): Promise<string>;
  /** Begins to deploy the stack's network. */
  deploy(machine: string, onOutput?: (text: string) => void): ReturnType<Terraform["start"]>;
  /** Runs Terraform to its end, whatever that is. */
  terraform(machine: string, ...args: string[]): Promise<{ code: number; words: string }>;
  lock(): ReturnType<typeof readLock>;
  /** The addresses in the state that is kept; none before there is one. */
  resources(): Promise<string[]>;
  close(): Promise<void>;
}

async function prepare(below: string, terraform: Terraform, emulator: Emulator) {
  const settings = await writeProject(below, join(below, "none.json"));
  const outdir = join(below, "cdktf.out");
  await synthesize(outdir, { ...process.env, ...settings });
  const [own, dev] = [stackFolder(outdir, "state-backend"), stackFolder(outdir, "dev")];
  const env = emulator.env;
  await terraform.run(["init"], { cwd: own, env });
  await terraform.run(["apply", "-auto-approve"], { cwd: own, env });
  const backend = await readBackend(dev);
  // See the rehearsal: moto would refuse everything.
  await deleteBucketPolicy(emulator.url, backend.bucket);
  await terraform.run(["init"], { cwd: dev, env });
  return { backend, dev };
}

/** Deploys the state backend to an emulator and makes a dev stack ready that keeps its state there. */
export async function startEmulatedBackend(): Promise<EmulatedBackend> {
  const terraform = await openTerraform();
  const emulator = await startEmulator();
  const below = await mkdtemp(join(tmpdir(), "backend-"));
  const close = async () => {
    await emulator.stop();
    await terraform.close();
    await rm(below, { recursive: true, force: true });
  };
  try {
    const { backend, dev } = await prepare(below, terraform, emulator);
    // States are written as they grow, not every 20 seconds, so that half of one can be seen.
    const env = { ...emulator.env, TF_STATE_PERSIST_INTERVAL: "1" };
    let machines = 0;
    return {
      backend,
      async machine() {
        machines += 1;
        const folder = join(below, `machine-${machines}`);
        await twin(dev, folder);
        return folder;
      },
      deploy(cwd, onOutput = () => {}) {
        return terraform.start(["apply", "-auto-approve", ...NETWORK], { cwd, env, onOutput });
      },
      async terraform(cwd, ...args) {
        const { code, stdout, stderr } = await terraform.start(args, { cwd, env }).done;
        return { code, words: stdout + stderr };
      },
      lock: () => readLock(emulator.url, backend),
      async resources() {
        const kept = await readState(emulator.url, backend);
        return kept === undefined ? [] : addressesIn(kept.state);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
