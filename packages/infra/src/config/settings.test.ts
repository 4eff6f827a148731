import { describe, expect, it } from "vitest";
import { readSettings } from "./settings.ts";

const read = (owner: unknown) => readSettings(owner, "infra.json");
const dev = (own: Record<string, unknown>) => read({ environments: { dev: own } });

describe("the settings", () => {
  it("are the article's where the owner wrote nothing", () => {
    expect(read({}).environments.dev).toMatchObject({
      region: "us-east-1",
      projectName: "caption-generator",
      vpcCidr: "10.0.0.0/16",
      stateKey: "caption-generator/terraform.tfstate",
      hardened: false,
    });
  });

  it("give each environment a state of its own", () => {
    const keys = Object.values(read({}).environments).map(({ stateKey }) => stateKey);
    expect(new Set(keys).size).toBe(3);
  });

  it("protect the states by default", () => {
    expect(read({}).state.protected).toBe(true);
  });

  it("are the owner's where the owner wrote something, and only there", () => {
    const { environments, state } = read({
      state: { bucket: "our-states" },
      environments: { prod: { region: "eu-central-1" } },
    });
    expect(state.bucket).toBe("our-states");
    expect(environments.prod.region).toBe("eu-central-1");
    expect(environments.staging.region).toBe("us-east-1");
  });
});

describe("a wrong setting is refused with its place, its value and the fix:", () => {
  it.each([
    [
      "a region there is not",
      { region: "us-east-9" },
      /region: "us-east-9" is not one of .*us-east-1/,
    ],
    [
      "a bad CIDR block",
      { vpcCidr: "10.0.0.1/16" },
      /vpcCidr: "10.0.0.1\/16" has bits.*"10.0.0.0\/16"/,
    ],
    [
      "an optional secret there is not",
      { services: { optionalSecrets: ["token"] } },
      /services.optionalSecrets.0: "token" is not one of access-token, session-secret-previous/,
    ],
    [
      "an optional secret twice",
      { services: { optionalSecrets: ["access-token", "access-token"] } },
      /services.optionalSecrets: "access-token" is there twice. Name it once/,
    ],
    ["one zone", { zones: 1 }, /zones: 1 is too few.*Use 2 or more/],
    ["seven zones", { zones: 7 }, /zones: 7 is too many; at most 6/],
    ["half a zone", { zones: 2.5 }, /zones: 2.5 is not a value of type int/],
    ["a URL as domain", { domainName: "https://a.com" }, /domainName: "https:\/\/a.com" is a URL/],
    ["a project name in capitals", { projectName: "Captions" }, /projectName: "Captions" cannot/],
    [
      "a project name that makes the bucket's too long",
      { projectName: "a".repeat(60) },
      /projectName: "a+" makes "a+-dev-uploads-00000000" .* has 81 characters/,
    ],
    ["a key of no state", { stateKey: "/state" }, /stateKey: "\/state" is not the key/],
    ["a misspelt setting", { vpcCIDR: "10.0.0.0/16" }, /dev: "vpcCIDR" is not a setting/],
    ["a text where a number belongs", { zones: "3" }, /zones: "3" is not a value of type number/],
    [
      "what makes the environment",
      { hardened: true },
      /dev.hardened: .*cannot be set. Leave it out/,
    ],
  ])("%s", (_, own, sentence) => {
    expect(() => dev(own)).toThrow(sentence);
  });

  it.each([
    ["no bucket for the states", { state: { bucket: "" } }, /state.bucket: "" has 0 characters/],
    [
      "a bucket AWS refuses",
      { state: { bucket: "Our_States" } },
      /state.bucket: "Our_States" contains "O"/,
    ],
    [
      "a bad table name",
      { state: { lockTable: "a" } },
      /state.lockTable: "a" is not a name DynamoDB/,
    ],
    ["an environment there is not", { environments: { test: {} } }, /test/],
    ["a list", [], /infra.json: /],
    [
      "one key for two environments",
      { environments: { prod: { stateKey: "caption-generator/terraform.tfstate" } } },
      /prod.stateKey: .* is the key of dev's state, too/,
    ],
    [
      "no domain where uploads are let in by it",
      { environments: { prod: { domainName: "" } } },
      /prod.domainName: "" is no domain name.*in prod: name the domain/,
    ],
  ])("%s", (_, owner, sentence) => {
    expect(() => read(owner)).toThrow(sentence);
  });
});
