import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../shared/temporary-folder.ts";
import { PLATFORM } from "./provider-folder.ts";
import { findProviders } from "./providers.ts";

const holding = (name: string, version: string) =>
  temporaryFolder({ [`registry.terraform.io/hashicorp/${name}/${version}/${PLATFORM}/x`]: "" });
const online = async () => true;
const offline = async () => false;

describe("the providers", () => {
  it("come from the first folder that holds them", async () => {
    const aws = holding("aws", "5.100.0");
    const random = holding("random", "3.7.2");
    const places = [temporaryFolder(), aws, random, holding("aws", "5.99.0")];
    const sources = await findProviders({}, { places, answers: offline });
    expect(sources).toEqual({ aws: { folder: aws }, random: { folder: random } });
  });

  it("come from the registry where no folder holds them", async () => {
    const sources = await findProviders({}, { places: [], answers: online });
    expect(sources).toEqual({ aws: "registry", random: "registry" });
  });

  it("may be had without the random one, for which there is a stand-in", async () => {
    const aws = holding("aws", "5.100.0");
    const sources = await findProviders({}, { places: [aws], answers: offline });
    expect(sources).toEqual({ aws: { folder: aws }, random: undefined });
  });

  it("cannot do without the AWS one, and say what to do", async () => {
    const places = [holding("aws", "6.0.0")];
    await expect(findProviders({}, { places, answers: offline })).rejects.toThrow(
      /AWS provider 5\.x is nowhere.*TERRAFORM_PROVIDER_MIRROR=FOLDER/,
    );
  });
});
