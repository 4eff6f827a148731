import type { SecretsArguments } from "./arguments.ts";
import type { Source } from "./ask.ts";
import type { SecretStore } from "./parameter-store.ts";
import { secretValue } from "./value.ts";
import type { WantedSecret } from "./wanted.ts";
import { KNOWN } from "./wanted.ts";

interface Dependencies {
  readonly store: SecretStore;
  readonly source: Source;
  /** Writes to the person, as it is. */
  readonly say: (words: string) => void;
  /** What the environment's tasks need. */
  readonly needed: readonly WantedSecret[];
}

/** @returns the exit code: 1 as long as a secret is missing */
export async function keepSecrets(
  dependencies: Dependencies,
  args: SecretsArguments,
): Promise<number> {
  const { store, say, needed } = dependencies;
  // What is named may be put ahead of the setting that has the tasks need it.
  const early = args.set !== undefined && !needed.includes(args.set) ? [args.set] : [];
  const secrets = [...needed, ...early];
  const present = await store.present(secrets);
  const missing: string[] = [];
  for (const secret of secrets) {
    const since = present.has(secret.name) ? day(present.get(secret.name)) : undefined;
    const state = await keep(secret, since, dependencies, args);
    say(`${secret.name.padEnd(NAME_WIDTH)} ${state}\n`);
    if (state === MISSING) missing.push(secret.name);
  }
  for (const { name } of early) say(`\n${notGiven(name, args.environment)}\n`);
  if (missing.length === 0) return 0;
  say(`\nNo task starts before these are there. pnpm secrets ${args.environment} asks for them.\n`);
  return 1;
}

const MISSING = "MISSING";

const notGiven = (name: string, environment: string) =>
  `No task is given ${name} yet: name it in environments.${environment}.services.optionalSecrets, and deploy.`;

/** @returns what became of a secret, in words */
async function keep(
  secret: WantedSecret,
  since: string | undefined,
  dependencies: Dependencies,
  { list, set }: SecretsArguments,
): Promise<string> {
  if (set === secret) {
    const there = since !== undefined;
    await dependencies.store.put(secret, await givenFor(secret, dependencies), there);
    return there ? "put in place of the old one" : "put";
  }
  if (since !== undefined) return `there, since ${since}`;
  if (list || set !== undefined) return MISSING;
  return (await fill(secret, dependencies)) ? "put" : MISSING;
}

const NAME_WIDTH = Math.max(...KNOWN.map(({ name }) => name.length)) + 1;

const day = (date: Date | undefined): string => date?.toISOString().slice(0, 10) ?? "some time";

/** Puts what is missing, if it can be generated or somebody types it; Enter alone skips it. */
async function fill(secret: WantedSecret, { store, source }: Dependencies): Promise<boolean> {
  if (secret.generate === undefined && !source.isPerson) return false;
  const typed = secret.generate?.() ?? (await source.read(`${secret.what} (Enter to skip): `));
  if (typed.trim() === "") return false;
  await store.put(secret, secretValue(typed, secret.shortest), false);
  return true;
}

/** A new value for a secret that was named: a generated one, unless one is piped in or there is none to generate. */
async function givenFor(secret: WantedSecret, { source }: Dependencies): Promise<string> {
  if (secret.generate !== undefined && source.isPerson) return secret.generate();
  return secretValue(await source.read(`${secret.what}: `), secret.shortest);
}
