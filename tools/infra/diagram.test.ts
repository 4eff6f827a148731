import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { asMermaid } from "../../packages/infra/src/diagram/mermaid.ts";
import { pictureOf } from "../../packages/infra/src/diagram/picture.ts";
import { asSvg } from "../../packages/infra/src/diagram/svg.ts";
import { ROOT } from "../shared/root.ts";
import { synthesizedInventory } from "./synthesized.ts";

const picture = pictureOf("prod", await synthesizedInventory("prod"));

describe("docs/architecture", () => {
  it.each([
    ["svg", asSvg],
    ["mmd", asMermaid],
  ])("has what `pnpm diagram prod` draws: prod.%s", (ending, drawn) => {
    const file = join(ROOT, "docs", "architecture", `prod.${ending}`);
    expect(readFileSync(file, "utf8")).toBe(drawn(picture));
  });
});
