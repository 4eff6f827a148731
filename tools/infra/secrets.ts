import { loadSettings } from "../../packages/infra/src/config/load-settings.ts";
import { readEnv } from "../../packages/infra/src/env.ts";
import { runMain } from "../shared/failure.ts";
import { readSecretsArguments, USAGE } from "./secrets/arguments.ts";
import { sourceOf } from "./secrets/ask.ts";
import { keepSecrets } from "./secrets/keep-secrets.ts";
import { parameterStore } from "./secrets/parameter-store.ts";
import { neededWith } from "./secrets/wanted.ts";
import { told } from "./told.ts";

/** `pnpm secrets ENVIRONMENT`: puts what the tasks need to know and Terraform must not. */
async function main(): Promise<number> {
  const args = process.argv.slice(2).filter((arg) => arg !== "--");
  if (args.includes("--help")) {
    console.log(USAGE);
    return 0;
  }
  const wanted = readSecretsArguments(args);
  const { environments } = await told(() => loadSettings(readEnv().settings));
  const config = environments[wanted.environment];
  const store = parameterStore(config);
  const say = (words: string) => void process.stderr.write(words);
  try {
    const source = sourceOf(process.stdin, say);
    const needed = neededWith(config.services.optionalSecrets);
    return await keepSecrets({ store, source, say, needed }, wanted);
  } finally {
    store.close();
  }
}

await runMain(main);
