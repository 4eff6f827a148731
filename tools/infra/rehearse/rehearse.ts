import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "../../shared/failure.ts";
import type { Terraform } from "../../terraform/terraform.ts";
import { LEFT_OUT } from "../emulated/left-out.ts";
import { readLeftOut } from "../emulated/stack.ts";
import { typeOf } from "../plan-parity/plan-json.ts";
import { stackFolder } from "../synthesize.ts";
import { askEmulator } from "./ask-emulator.ts";
import type { Backend } from "./backend.ts";
import { readBackend, readLock, readState } from "./backend.ts";
import type { CdktfOptions } from "./cdktf.ts";
import { cdktf } from "./cdktf.ts";
import { deleteBucketPolicy } from "./emulated-aws.ts";
import { planAgain } from "./second-plan.ts";
import type { StateFile } from "./state-file.ts";
import { addressesIn } from "./state-file.ts";
import { watchLock } from "./watch-lock.ts";

export interface Rehearsal extends CdktfOptions {
  /** The address of the emulator. */
  readonly emulator: string;
  readonly environment: string;
  readonly terraform: Terraform;
  /** Takes the lines that tell how it goes. */
  readonly tell: (line: string) => void;
}

const BACKEND_STACK = "state-backend";

// moto 5 reads no conditions in a bucket's policy: one that refuses plain HTTP refuses everything.
const WITHOUT_POLICY =
  "The emulator takes the policy that refuses plain HTTP for one that refuses everything: aws_s3_bucket_policy.state is taken off its bucket before going on.";

async function timed(work: () => Promise<void>): Promise<string> {
  const started = performance.now();
  await work();
  return `${((performance.now() - started) / 1000).toFixed(0)} s`;
}

function tellResources(tell: Rehearsal["tell"], addresses: readonly string[]): void {
  for (const address of addresses) tell(`  ${address}`);
}

/** The stack that keeps the others' states keeps its own beside the project. */
async function deployBackend(rehearsal: Rehearsal): Promise<void> {
  const time = await timed(() => cdktf("deploy", BACKEND_STACK, rehearsal));
  const file = join(rehearsal.cwd, `terraform.${BACKEND_STACK}.tfstate`);
  const made = addressesIn(JSON.parse(await readFile(file, "utf8")) as StateFile);
  rehearsal.tell(`${BACKEND_STACK} deployed in ${time}, ${made.length} resources:`);
  tellResources(rehearsal.tell, made);
}

/** Deploys or destroys the environment, and sees its lock taken meanwhile and released after it. */
async function withLockSeen(
  command: "deploy" | "destroy",
  backend: Backend,
  rehearsal: Rehearsal,
): Promise<string> {
  const { emulator, environment } = rehearsal;
  const look = () => readLock(emulator, backend);
  const { result: time, seen } = await watchLock(look, () =>
    timed(() => cdktf(command, environment, rehearsal)),
  );
  const [lock] = seen;
  if (lock === undefined) throw new Failure(`cdktf ${command} ${environment} took no lock.`);
  const left = await look();
  if (left !== undefined) throw new Failure(`The lock ${left.ID} of ${left.Who} was not released.`);
  const what = `${lock.Operation} by ${lock.Who}`;
  return `${time}; lock ${lock.ID} (${what}) seen taken in ${backend.dynamodb_table}, then released`;
}

async function tellState(backend: Backend, { emulator, environment, tell }: Rehearsal) {
  const kept = await readState(emulator, backend);
  const name = `s3://${backend.bucket}/${backend.key}`;
  if (kept === undefined) throw new Failure(`There is no state at ${name}.`);
  const { encryption, version, state, text } = kept;
  if (encryption === undefined) throw new Failure(`The state at ${name} is not encrypted.`);
  if (version === undefined || version === "null") {
    throw new Failure(`The bucket of ${name} keeps no versions.`);
  }
  const made = addressesIn(state);
  tell(`${environment} has ${made.length} resources:`);
  tellResources(tell, made);
  tell(`State: ${name}, ${text.length} bytes, encrypted (${encryption}), version ${version}`);
  return made;
}

async function tellLeftOut({ cwd, environment, tell }: Rehearsal) {
  const leftOut = await readLeftOut(stackFolder(join(cwd, "cdktf.out"), environment));
  tell(`Left out, for the emulator does not carry them: ${leftOut.length} resources:`);
  for (const address of leftOut) {
    tell(`  ${address}: ${LEFT_OUT[typeOf(address)]?.because}`);
  }
}

async function tellSecondPlan({ cwd, env, signal, environment, terraform, tell }: Rehearsal) {
  const folder = stackFolder(join(cwd, "cdktf.out"), environment);
  const { forgotten, wrong } = await planAgain(folder, env, { terraform, signal });
  if (wrong.length > 0) {
    throw new Failure(`A second plan of ${environment} is not empty:\n${wrong.join("\n")}`);
  }
  tell("A second plan changes nothing but what the emulator forgets:");
  tellResources(tell, forgotten);
}

async function requireEmpty(backend: Backend, { emulator, environment }: Rehearsal) {
  const kept = await readState(emulator, backend);
  const left = kept === undefined ? [] : addressesIn(kept.state);
  if (left.length > 0) throw new Failure(`${environment} still has ${left.join(", ")}.`);
}

/**
 * Deploys an environment as its owner would, state and lock in S3 and DynamoDB, looks at what that left,
 * and destroys all of it again.
 *
 * @throws Failure when something does not go, or is not kept, as it should
 */
export async function rehearse(rehearsal: Rehearsal): Promise<void> {
  const { cwd, environment, tell } = rehearsal;
  await deployBackend(rehearsal);
  const backend = await readBackend(stackFolder(join(cwd, "cdktf.out"), environment));
  await deleteBucketPolicy(rehearsal.emulator, backend.bucket);
  tell(WITHOUT_POLICY);
  tell(`Deploying ${environment}; the emulator takes a minute for its lifecycle rule alone ...`);
  tell(`${environment} deployed in ${await withLockSeen("deploy", backend, rehearsal)}`);
  const made = await tellState(backend, rehearsal);
  await tellLeftOut(rehearsal);
  tell(`The emulator's own answers agree: ${await askEmulator(rehearsal.emulator, made)}`);
  await tellSecondPlan(rehearsal);
  tell(`${environment} destroyed in ${await withLockSeen("destroy", backend, rehearsal)}`);
  await requireEmpty(backend, rehearsal);
  const time = await timed(() => cdktf("destroy", BACKEND_STACK, rehearsal));
  tell(`${BACKEND_STACK} destroyed in ${time}. Nothing is left.`);
}
