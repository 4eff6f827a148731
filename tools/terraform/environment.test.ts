import { describe, expect, it } from "vitest";
import { emulatorVariables, terraformEnvironment } from "./environment.ts";

describe("Terraform's environment", () => {
  it("has nothing of the person's AWS account or Terraform settings", () => {
    const theirs = { AWS_PROFILE: "work", AWS_SESSION_TOKEN: "t", TF_VAR_vpc_cidr: "x", PATH: "p" };
    const env = terraformEnvironment(theirs, { cliConfigFile: "/ours.tfrc" });
    for (const name of ["AWS_PROFILE", "AWS_SESSION_TOKEN", "TF_VAR_vpc_cidr"]) {
      expect(env).not.toHaveProperty(name);
    }
    expect(env).toMatchObject({ PATH: "p", TF_CLI_CONFIG_FILE: "/ours.tfrc" });
  });

  it("names a tag of the images, which not every environment has by itself", () => {
    const theirs = { TF_VAR_image_tag: "1.0.0" };
    const env = terraformEnvironment(theirs, { cliConfigFile: "/ours.tfrc" });
    expect(env["TF_VAR_image_tag"]).toBe("rehearsed");
  });

  it("names the stand-in of a provider only where there is one", () => {
    const cliConfigFile = "/ours.tfrc";
    expect(terraformEnvironment({}, { cliConfigFile })).not.toHaveProperty("TF_REATTACH_PROVIDERS");
    expect(terraformEnvironment({}, { cliConfigFile, reattach: "{}" })).toMatchObject({
      TF_REATTACH_PROVIDERS: "{}",
    });
  });

  it("sends every AWS call to the emulator, with credentials that no account knows", () => {
    expect(emulatorVariables("http://127.0.0.1:5000")).toMatchObject({
      AWS_ENDPOINT_URL: "http://127.0.0.1:5000",
      AWS_ACCESS_KEY_ID: "test",
      AWS_CONFIG_FILE: "/dev/null",
    });
  });
});
