import { describe, expect, it } from "vitest";
import { firstLacking } from "../../terraform/capabilities.ts";
import { rehearseEnvironment } from "../rehearse/command.ts";

const lacking = await firstLacking(["terraform", "moto", "awsprovider"]);
const MINUTES = 60_000;

async function rehearse(env: Record<string, string> = {}) {
  const lines: string[] = [];
  const ended = await rehearseEnvironment("dev", {
    tell: (line) => lines.push(line),
    env,
  }).then(
    () => "well",
    (error: Error) => error.message,
  );
  return { ended, text: lines.join("\n"), last: lines.at(-1) };
}

describe.skipIf(lacking)(`a rehearsal with cdktf${lacking ? ` [needs ${lacking}]` : ""}`, () => {
  it(
    "deploys all of dev, finds it in the emulator, and leaves nothing to do and nothing behind",
    async () => {
      const { ended, text } = await rehearse();
      expect(ended).toBe("well");
      expect(text).toContain("\n  aws_dynamodb_table.locks\n");
      expect(text).toContain("\n  module.networking.aws_subnet.public[0]\n");
      expect(text).toMatch(/dev deployed in \d+ s; lock \S+ .*seen taken .*, then released/);
      expect(text).toMatch(
        /State: s3:\/\/\S+\.tfstate, \d+ bytes, encrypted \(AES256\), version \S+/,
      );
      expect(text).toMatch(/dev has \d{3} resources/);
      expect(text).toMatch(
        /own answers agree: 6 aws_subnet, 3 aws_nat_gateway, .*1 aws_rds_cluster/,
      );
      expect(text).toContain("A second plan changes nothing but what the emulator forgets:");
      expect(text).toMatch(/dev destroyed in \d+ s; lock \S+ .*seen taken .*, then released/);
      expect(text).toMatch(/state-backend destroyed in \d+ s\. Nothing is left\./);
    },
    20 * MINUTES,
  );

  it(
    "that fails says so in the tool's own words, and stops the emulator",
    async () => {
      const { ended, text, last } = await rehearse({ TF_CLI_ARGS_apply: "-no-such-flag" });
      expect(ended).toContain("no-such-flag");
      expect(ended).toContain("cdktf deploy state-backend failed.");
      expect(last).toContain("The emulator is stopped");
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? "none";
      await expect(fetch(url)).rejects.toThrow("fetch failed");
    },
    15 * MINUTES,
  );
});
