import { execFile } from "node:child_process";
import { copyFileSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiProcess } from "../../../apps/api/src/testing/api-process.ts";
import { startApiProcess } from "../../../apps/api/src/testing/api-process.ts";
import { freshDataFolder } from "../../../apps/api/src/testing/fresh-data-folder.ts";
import type { CreatedApiKey } from "../../../packages/schema/src/api-key.ts";
import type { Caption, CaptionPage } from "../../../packages/schema/src/caption.ts";
import { ROOT } from "../../shared/root.ts";
import { temporaryFolder } from "../../shared/temporary-folder.ts";
import { shellBlocks } from "../code-blocks.ts";

const PHOTO = join(ROOT, "apps/api/src/testing/photos/astronaut.jpg");
const execute = promisify(execFile);

const curls = shellBlocks(readFileSync(join(ROOT, "README.md"), "utf8")).filter((block) =>
  block.startsWith("curl"),
);

let api: ApiProcess;
let dataDir: string;

beforeAll(async () => {
  dataDir = await freshDataFolder();
  api = await startApiProcess({ DATA_DIR: dataDir });
});

afterAll(async () => {
  await api.end("SIGTERM");
  rmSync(dataDir, { recursive: true, force: true });
});

/** A shell in a folder with a photo. It runs blocks' commands one after the other and gives their answers. */
function openShell() {
  const cwd = temporaryFolder();
  copyFileSync(PHOTO, join(cwd, "photo.jpg"));
  return async (block = "", env: Readonly<Record<string, string>> = {}): Promise<unknown[]> => {
    const commands = block
      .replaceAll("http://localhost:5000/api", api.url)
      .replaceAll("wait=30", "wait=55")
      .split(/\n(?=curl)/u);
    const answers: unknown[] = [];
    for (const command of commands) {
      const settings = { cwd, env: { ...process.env, ...env } };
      const { stdout } = await execute("sh", ["-c", command], settings);
      answers.push(JSON.parse(stdout));
    }
    return answers;
  };
}

describe("README's commands with curl", () => {
  it("get three different captions of what is in the photo, and the photo is deleted", async () => {
    const [caption] = (await openShell()(curls[0])) as [Caption];
    const texts = caption.result?.variants.map((variant) => variant.text) ?? [];
    expect(new Set(texts).size).toBe(3);
    expect(caption.result?.altText.text).toMatch(/person|woman|portrait/iu);
    expect(caption.receipt?.objectVersions).toBe(1);
  });

  it("find the caption again by the cookie of the first answer", async () => {
    const [asked, page] = (await openShell()(curls[1])) as [Caption, CaptionPage];
    expect(page.items.map((item) => item.id)).toEqual([asked.id]);
  });

  it("make an API key, and caption and list with it", async () => {
    const run = openShell();
    await run(curls[1]);
    const [made] = (await run(curls[2])) as [CreatedApiKey];
    const [caption, page] = (await run(curls[3], { CAPTIONS_KEY: made.key })) as [
      Caption,
      CaptionPage,
    ];
    expect(page.items).toHaveLength(2);
    expect(page.items[0]?.id).toBe(caption.id);
  });
});
