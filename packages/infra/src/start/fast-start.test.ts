import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

const fastStart = new URL("fast-start.ts", import.meta.url).href;

const PROGRAM = `
import { getCompileCacheDir } from "node:module";
import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
console.log(JSON.stringify([getCompileCacheDir() ?? "none", Vpc.tfResourceType]));
`;

it("keeps what was compiled, and loads the bindings as what they are", () => {
  const args = ["--disable-warning=ExperimentalWarning", "--import", fastStart];
  const said = execFileSync(process.execPath, [...args, "--input-type=module", "-e", PROGRAM], {
    cwd: import.meta.dirname,
    encoding: "utf8",
  });
  const [folder, type] = JSON.parse(said);
  expect(folder).toContain("compiled");
  expect(type).toBe("aws_vpc");
});
