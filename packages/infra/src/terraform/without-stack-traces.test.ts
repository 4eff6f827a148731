import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

/** In a process of its own: other tests synthesize, which is for the whole process. */
const TOLD = `
  import { Lazy } from "cdktf";
  import { withoutStackTraces } from "${new URL("without-stack-traces.ts", import.meta.url)}";
  const traced = () => Lazy.anyValue({ produce: () => 1 }).creationStack.length > 0;
  const before = traced();
  withoutStackTraces();
  console.log(JSON.stringify([before, traced()]));
`;

it("keeps a token from taking a stack trace, which cdktf does otherwise", async () => {
  const args = ["--disable-warning=ExperimentalWarning", "--input-type=module", "--eval", TOLD];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: import.meta.dirname,
  });
  expect(JSON.parse(stdout)).toEqual([true, false]);
});
