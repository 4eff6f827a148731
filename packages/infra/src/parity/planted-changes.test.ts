import { describe, expect, it } from "vitest";
import { verdictOn } from "../testing/verdict-on.ts";

const NETWORK = "modules/networking/vpc.tf";
const GROUPS = "modules/networking/security_groups.tf";
const BUCKET = "modules/s3/bucket.tf";
const ACCESS = "modules/s3/access.tf";

describe("one changed thing is found and named:", () => {
  it.each([
    [
      "a bool",
      NETWORK,
      "hostnames = true",
      "hostnames = false",
      "module.networking.aws_vpc.main",
      "enable_dns_hostnames",
    ],
    [
      "a number",
      BUCKET,
      "max_age_seconds = 3000",
      "max_age_seconds = 3001",
      "module.s3.aws_s3_bucket_cors_configuration.uploads",
      "cors_rule.max_age_seconds",
    ],
    [
      "a text",
      BUCKET,
      '"cleanup_temp_files"',
      '"cleanup"',
      "module.s3.aws_s3_bucket_lifecycle_configuration.uploads",
      "rule.id",
    ],
    [
      "a list",
      BUCKET,
      '"PUT", ',
      "",
      "module.s3.aws_s3_bucket_cors_configuration.uploads",
      "cors_rule.allowed_methods",
    ],
    [
      "an operator",
      NETWORK,
      "count.index + 10",
      "count.index * 10",
      "module.networking.aws_subnet.private",
      "cidr_block",
    ],
    [
      "a count",
      "modules/networking/routes.tf",
      "length(aws_subnet.private)",
      "length(aws_subnet.public)",
      "module.networking.aws_route_table_association.private",
      "count",
    ],
    [
      "a reference",
      "modules/networking/routes.tf",
      "gateway_id = aws_internet_gateway.main.id",
      "gateway_id = aws_vpc.main.id",
      "module.networking.aws_route_table.public",
      "route.gateway_id",
    ],
    ["a template", BUCKET, "-uploads-${", "-files-${", "module.s3.aws_s3_bucket.uploads", "bucket"],
    [
      "a tag",
      NETWORK,
      'Type = "private"',
      'Type = "closed"',
      "module.networking.aws_subnet.private",
      "tags.Type",
    ],
    [
      "a deep block",
      BUCKET,
      "days_after_initiation = 1",
      "days_after_initiation = 2",
      "module.s3.aws_s3_bucket_lifecycle_configuration.uploads",
      "rule.abort_incomplete_multipart_upload.days_after_initiation",
    ],
    [
      "one of several blocks",
      GROUPS,
      "from_port   = 443",
      "from_port   = 444",
      "module.networking.aws_security_group.alb",
      "ingress.from_port",
    ],
    [
      "a block less",
      BUCKET,
      "    abort_incomplete_multipart_upload {\n      days_after_initiation = 1\n    }\n",
      "",
      "module.s3.aws_s3_bucket_lifecycle_configuration.uploads",
      "rule.abort_incomplete_multipart_upload",
    ],
    [
      "a policy",
      ACCESS,
      '"s3:DeleteObject"',
      '"s3:*"',
      "module.s3.aws_iam_policy.s3_access",
      "policy",
    ],
    [
      "a dependency",
      NETWORK,
      "depends_on    = [aws_internet_gateway.main]",
      "depends_on    = [aws_vpc.main]",
      "module.networking.aws_nat_gateway.main",
      "depends_on",
    ],
    [
      "a variable's default",
      "variables.tf",
      '"10.0.0.0/16"',
      '"10.9.0.0/16"',
      "var.vpc_cidr",
      "default",
    ],
    [
      "a variable's type",
      "modules/networking/variables.tf",
      "list(string)",
      "set(string)",
      "module.networking.var.availability_zones",
      "type",
    ],
    [
      "a description",
      "modules/networking/outputs.tf",
      "ID of the VPC",
      "The VPC",
      "module.networking.output.vpc_id",
      "description",
    ],
    [
      "an output",
      "modules/networking/outputs.tf",
      "aws_subnet.public[*].id",
      "aws_subnet.private[*].id",
      "module.networking.output.public_subnet_ids",
      "value",
    ],
    [
      "a module's input",
      "main.tf",
      "names, 0, 3)",
      "names, 0, 2)",
      "module.networking",
      "availability_zones",
    ],
    ["a module's source", "main.tf", './modules/s3"', './modules/rds"', "module.s3", "source"],
    [
      "a default tag",
      "main.tf",
      'ManagedBy   = "terraform"',
      'ManagedBy   = "hand"',
      "provider.aws",
      "default_tags.tags.ManagedBy",
    ],
    [
      "a provider's version",
      "main.tf",
      '"~> 5.0"',
      '"~> 4.0"',
      "terraform.required_providers.aws",
      "version",
    ],
    [
      "Terraform's version",
      "main.tf",
      '">= 1.0"',
      '">= 1.9"',
      "terraform.required_version",
      "value",
    ],
    [
      "the backend",
      "main.tf",
      "encrypt        = true",
      "encrypt        = false",
      "terraform.backend.s3",
      "encrypt",
    ],
    [
      "a data source",
      "main.tf",
      '"available"\n}',
      '"impaired"\n}',
      "data.aws_availability_zones.available",
      "state",
    ],
    ["a value", "terraform.tfvars", "us-east-1", "us-west-2", "values", "aws_region"],
  ])("%s", async (_, file, from, to, address, argument) => {
    const { faults } = await verdictOn([file, from, to]);
    const named = faults.find((fault) => fault.address === address);
    expect(named?.differences.map((difference) => difference.argument)).toEqual([argument]);
  });

  it("an argument that only the HCL has", async () => {
    const { faults } = await verdictOn([
      NETWORK,
      '  domain     = "vpc"',
      '  domain     = "vpc"\n  instance   = "i-1"',
    ]);
    expect(faults).toMatchObject([
      { differences: [{ argument: "instance", article: "i-1", ours: undefined }] },
    ]);
  });

  it("a resource that only the HCL has", async () => {
    const more = 'resource "aws_vpc" "second" {}\n\nresource "aws_vpc" "main" {';
    const { faults } = await verdictOn([NETWORK, 'resource "aws_vpc" "main" {', more]);
    expect(faults).toMatchObject([
      { address: "module.networking.aws_vpc.second", status: "missing" },
    ]);
  });

  it("a resource that the HCL does not have", async () => {
    const { faults } = await verdictOn([NETWORK, '"aws_eip" "nat"', '"aws_eip" "other"']);
    expect(faults.map(({ address, status }) => [address, status])).toEqual([
      ["module.networking.aws_eip.other", "missing"],
      ["module.networking.aws_eip.nat", "added"],
    ]);
  });

  it("a kind of block that we do not have", async () => {
    const moved = "moved {\n  from = module.a\n  to = module.s3\n}\n\nterraform {";
    const { faults } = await verdictOn(["main.tf", "terraform {", moved]);
    expect(faults).toMatchObject([{ address: "moved", status: "missing" }]);
  });
});
