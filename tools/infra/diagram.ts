import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { asMermaid } from "../../packages/infra/src/diagram/mermaid.ts";
import { pictureOf } from "../../packages/infra/src/diagram/picture.ts";
import { asSvg } from "../../packages/infra/src/diagram/svg.ts";
import { Failure, runMain } from "../shared/failure.ts";
import { ROOT } from "../shared/root.ts";
import { environmentOf } from "./parity-arguments.ts";
import { synthesizedInventory } from "./synthesized.ts";

const USAGE = `pnpm diagram [dev|staging|prod] [--out DIR]

Draws what is synthesized for an environment, as SVG and as Mermaid.
  --out DIR   where the two files go; the default is docs/architecture`;

function parse(args: readonly string[]) {
  const options = { out: { type: "string" }, help: { type: "boolean" } } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${USAGE}`, 2);
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parse(process.argv.slice(2).filter((arg) => arg !== "--"));
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const environment = environmentOf(positionals[0]);
  const typedIn = process.env["INIT_CWD"] ?? process.cwd();
  const folder =
    values.out === undefined ? join(ROOT, "docs", "architecture") : resolve(typedIn, values.out);
  const picture = pictureOf(environment, await synthesizedInventory(environment));
  mkdirSync(folder, { recursive: true });
  for (const [ending, text] of [
    ["svg", asSvg(picture)],
    ["mmd", asMermaid(picture)],
  ] as const) {
    const file = join(folder, `${environment}.${ending}`);
    writeFileSync(file, text);
    console.log(file);
  }
  return 0;
}

await runMain(main);
