import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../shared/temporary-folder.ts";
import { holdsProvider, PLATFORM } from "./provider-folder.ts";

const AWS = { name: "aws", major: 5 };
const IN = "registry.terraform.io/hashicorp/aws";
const mirror = (path: string) => temporaryFolder({ [`${IN}/${path}`]: "" });

describe("a mirror's folder", () => {
  it("holds a provider that lies in it unpacked", () => {
    const folder = mirror("5.100.0/linux_amd64/terraform-provider-aws_v5.100.0_x5");
    expect(holdsProvider(folder, AWS, "linux_amd64")).toBe(true);
  });

  it("holds a provider that lies in it packed", () => {
    const folder = mirror("terraform-provider-aws_5.9.0_linux_amd64.zip");
    expect(holdsProvider(folder, AWS, "linux_amd64")).toBe(true);
  });

  it.each([
    ["for another platform", "5.100.0/darwin_arm64/terraform-provider-aws_v5.100.0_x5"],
    ["packed for another platform", "terraform-provider-aws_5.9.0_darwin_arm64.zip"],
    ["of another major version", "6.1.0/linux_amd64/terraform-provider-aws_v6.1.0_x5"],
    ["of which only an index is there", "index.json"],
  ])("does not hold one %s", (_, path) => {
    expect(holdsProvider(mirror(path), AWS, "linux_amd64")).toBe(false);
  });

  it("holds nothing when it is not there", () => {
    expect(holdsProvider("/nowhere", AWS)).toBe(false);
  });

  it("is looked through for this machine's platform in Terraform's words", () => {
    expect(PLATFORM).toMatch(/^(linux|darwin|windows|freebsd)_(amd64|arm64|386|arm)$/);
  });
});
