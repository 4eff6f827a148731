import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Emulator } from "../../../terraform/emulator.ts";
import type { Terraform } from "../../../terraform/terraform.ts";
import { isolate } from "../../plan-parity/folders.ts";
import { typeOf } from "../../plan-parity/plan-json.ts";

/** What came of making a resource and destroying it again. */
export type Outcome = "fails on create" | "fails on destroy" | "is carried";

/** What Terraform tells of with `-json`, as far as it is looked at here. */
interface Event {
  readonly type?: string;
  readonly hook?: {
    readonly action?: string;
    readonly resource?: { readonly addr: string; readonly resource_name: string };
  };
}

interface Tools {
  readonly cwd: string;
  readonly terraform: Terraform;
  readonly emulator: Emulator;
}

const SPECIMENS = join(import.meta.dirname, "specimens.tf");
const NAME = "specimen";

/** The addresses of the specimens that a command brought to its end. */
async function completed(
  args: readonly string[],
  action: "create" | "delete",
  { cwd, terraform, emulator: { env } }: Tools,
): Promise<readonly string[]> {
  const { stdout } = await terraform.start([...args, "-json", "-auto-approve"], { cwd, env }).done;
  const events = stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Event);
  return events.flatMap(({ type, hook }) =>
    type === "apply_complete" && hook?.action === action && hook.resource?.resource_name === NAME
      ? [hook.resource.addr]
      : [],
  );
}

/**
 * Has the emulator make a specimen of each of these types, and destroy those that it made.
 *
 * @returns the outcome by type; a type whose need was not made was not made either
 */
export async function answers(
  types: readonly string[],
  { terraform, emulator }: Omit<Tools, "cwd">,
): Promise<Record<string, Outcome>> {
  const cwd = await mkdtemp(join(tmpdir(), "left-out-"));
  try {
    await cp(SPECIMENS, join(cwd, "main.tf"));
    await isolate(cwd);
    await terraform.run(["init"], { cwd, env: emulator.env });
    const tools = { cwd, terraform, emulator };
    const made = await completed(["apply", "-parallelism=20"], "create", tools);
    const gone: string[] = [];
    // One at a time: where one cannot be read, Terraform destroys none.
    for (const address of made) {
      gone.push(...(await completed(["destroy", `-target=${address}`], "delete", tools)));
    }
    const [makes, destroys] = [made.map(typeOf), gone.map(typeOf)];
    const outcome = (type: string): Outcome => {
      if (!makes.includes(type)) return "fails on create";
      return destroys.includes(type) ? "is carried" : "fails on destroy";
    };
    return Object.fromEntries(types.map((type) => [type, outcome(type)]));
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}
