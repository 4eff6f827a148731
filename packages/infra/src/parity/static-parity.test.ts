import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings } from "../config/settings.ts";
import { additionsTo, holds } from "../deviations/additions.ts";
import { declaredDeviations } from "../deviations/declared.ts";
import { SETTINGS, verdictOn } from "../testing/verdict-on.ts";
import { staticParity } from "./static-parity.ts";

describe("the reference and dev", () => {
  it("are equal but for the declared additions", async () => {
    const { kept, added, faults, unseen } = await verdictOn();
    expect(kept.filter(({ status }) => status !== "unchanged")).toEqual([]);
    for (const { address } of additionsTo(SETTINGS.environments.dev)) {
      expect(added.some((one) => holds(address, one.address))).toBe(true);
    }
    expect([...faults, ...unseen]).toEqual([]);
  });

  it("are equal but for its name in another region, where CloudFront's parts have a provider of their own", async () => {
    const owner = { environments: { dev: { region: "eu-west-1" } } };
    const settings = readSettings(owner, "infra.json");
    const reference = join(import.meta.dirname, "../../reference");
    const { faults, unseen, added } = await staticParity(reference, "dev", settings);
    expect(unseen).toEqual([]);
    expect(faults.map(({ address }) => address)).toEqual(["values"]);
    expect(added.map(({ address }) => address)).toContain("provider.aws.us_east_1");
  });

  it("compare every managed resource of the article: 22 blocks, 36 instances with three zones", async () => {
    const { kept } = await verdictOn();
    const resources = kept.filter(({ address }) => /\.(aws|random)_[^.]+\.[^.]+$/u.test(address));
    const managed = resources.filter(({ address }) => !address.startsWith("data."));
    expect(managed).toHaveLength(22);
  });
});

describe("the reference and prod", () => {
  it("differ in what is declared and nothing else", async () => {
    const { kept, faults, unseen, already } = await verdictOn(undefined, "prod");
    expect([...faults, ...unseen, ...already]).toEqual([]);
    const differing = kept.filter(({ status }) => status === "differs");
    const declared = declaredDeviations(SETTINGS.environments.prod, SETTINGS.state);
    expect(differing.map(({ address }) => address).toSorted()).toEqual(
      [...new Set(declared.map(({ address }) => address))].toSorted(),
    );
  });

  it("differ beyond what is declared when one more argument does", async () => {
    const change = ["modules/s3/bucket.tf", "max_age_seconds = 3000", "max_age_seconds = 60"];
    const { faults } = await verdictOn(change as [string, string, string], "prod");
    expect(faults).toMatchObject([
      {
        address: "module.s3.aws_s3_bucket_cors_configuration.uploads",
        differences: [{ argument: "cors_rule.max_age_seconds", article: 60, ours: 3000 }],
      },
    ]);
  });

  it("are told apart from HCL that has one of our values already", async () => {
    const change = [
      "modules/networking/vpc.tf",
      "map_public_ip_on_launch = true",
      "map_public_ip_on_launch = false",
    ];
    const { already, faults } = await verdictOn(change as [string, string, string], "prod");
    expect(already.map(({ argument }) => argument)).toEqual(["map_public_ip_on_launch"]);
    expect(faults).toEqual([]);
  });
});

const NETWORK = "modules/networking/vpc.tf";
const GROUPS = "modules/networking/security_groups.tf";
const BUCKET = "modules/s3/bucket.tf";
const ACCESS = "modules/s3/access.tf";

describe("what is only written differently is equal:", () => {
  it.each([
    [
      "blocks in another order",
      GROUPS,
      "from_port   = 80\n    to_port     = 80",
      "to_port     = 80\n    from_port   = 80",
    ],
    [
      "a reference in a string",
      NETWORK,
      "vpc_id = aws_vpc.main.id",
      `vpc_id = "\${aws_vpc.main.id}"`,
    ],
    [
      "a policy with its keys in another order",
      ACCESS,
      '{ Effect = "Allow", Action = ["s3:ListBucket"]',
      '{ Action = ["s3:ListBucket"], "Effect" : "Allow"',
    ],
    ["a number in quotes", BUCKET, "days = 1", 'days = "1"'],
    ["the old splat", "modules/networking/outputs.tf", "public[*].id", "public.*.id"],
    ["a comment", "main.tf", 'provider "aws"', '# the provider\nprovider "aws"'],
  ])("%s", async (_, file, from, to) => {
    expect((await verdictOn([file, from, to])).faults).toEqual([]);
  });
});
