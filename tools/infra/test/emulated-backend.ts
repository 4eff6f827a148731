import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Emulator } from "../../terraform/emulator.ts";
import { startEmulator } from "../../terraform/emulator.ts";
import type { Running } from "../../terraform/execute.ts";
import type { Terraform } from "../../terraform/terraform.ts";
import { openTerraform } from "../../terraform/terraform.ts";
import { twin } from "../plan-parity/folders.ts";
import type { LockInfo } from "../rehearse/backend.ts";
import { readBackend, readLock, readState } from "../rehearse/backend.ts";
import { deleteBucketPolicy } from "../rehearse/emulated-aws.ts";
import { writeProject } from "../rehearse/project.ts";
import { addressesIn } from "../rehearse/state-file.ts";
import { stackFolder, synthesize } from "../synthesize.ts";

/** A dev stack with a state of its own, for those who deploy it at odds. */
export interface Stack {
  /** Another folder to deploy it from, as another machine would have. */
  machine(): Promise<string>;
  start(machine: string, args: readonly string[], onOutput?: (text: string) => void): Running;
  lock(): Promise<LockInfo | undefined>;
  /** The addresses in the state that is kept; none before there is one. */
  resources(): Promise<string[]>;
}

/** S3 and DynamoDB of an emulator, deployed by the `state-backend` stack. */
export interface EmulatedBackend {
  stack(name: string): Promise<Stack>;
  close(): Promise<void>;
}

interface Tools {
  readonly below: string;
  readonly terraform: Terraform;
  readonly emulator: Emulator;
}

async function deployBackend({ below, terraform, emulator: { url, env } }: Tools) {
  const settings = await writeProject(below, join(below, "none.json"));
  const outdir = join(below, "cdktf.out");
  await synthesize(outdir, { ...process.env, ...settings }, { cwd: below });
  const [cwd, dev] = [stackFolder(outdir, "state-backend"), stackFolder(outdir, "dev")];
  await terraform.run(["init"], { cwd, env });
  await terraform.run(["apply", "-auto-approve"], { cwd, env });
  const backend = await readBackend(dev);
  // See the rehearsal: moto would refuse everything.
  await deleteBucketPolicy(url, backend.bucket);
  return { dev, backend };
}

/** Deploys the state backend to an emulator. */
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
    const { dev, backend: named } = await deployBackend({ below, terraform, emulator });
    const env = emulator.env;
    return {
      close,
      async stack(name) {
        const backend = { ...named, key: `${name}.tfstate` };
        const folder = join(below, name);
        await twin(dev, folder);
        await terraform.run(["init", `-backend-config=key=${backend.key}`], { cwd: folder, env });
        let machines = 0;
        return {
          async machine() {
            machines += 1;
            await twin(folder, `${folder}-${machines}`);
            return `${folder}-${machines}`;
          },
          start: (cwd, args, onOutput = () => {}) => terraform.start(args, { cwd, env, onOutput }),
          lock: () => readLock(emulator.url, backend),
          async resources() {
            const kept = await readState(emulator.url, backend);
            return kept === undefined ? [] : addressesIn(kept.state);
          },
        };
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
