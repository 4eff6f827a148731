import { describe, expect, it } from "vitest";
import { readSecretsArguments } from "./arguments.ts";

describe("the arguments of pnpm secrets", () => {
  it("name the environment", () => {
    expect(readSecretsArguments(["prod"])).toEqual({
      environment: "prod",
      list: false,
      set: undefined,
    });
  });

  it("may name the one secret to put", () => {
    expect(readSecretsArguments(["dev", "--set", "openai-api-key"]).set).toMatchObject({
      name: "openai-api-key",
    });
  });

  it("must name an environment, as no secret goes to a wrong one by default", () => {
    expect(() => readSecretsArguments([])).toThrow("Name an environment");
  });

  it.each([
    ["an environment there is not", ["qa"], /"qa" is no environment. Use one of: dev/],
    ["a secret nobody uses", ["dev", "--set", "key"], /"key" is not a secret.*google-api-key/],
    ["an option there is not", ["dev", "--value"], /--value/],
    ["listing and putting at once", ["dev", "--list", "--set", "session-secret"], /--list puts no/],
  ])("are refused with %s", (_, args, sentence) => {
    expect(() => readSecretsArguments(args)).toThrow(sentence);
  });

  it("are refused with a secret among them, which is not repeated", () => {
    const withSecret = () => readSecretsArguments(["dev", "--set", "google-api-key", "AIzaSecret"]);
    expect(withSecret).toThrow(/A secret is never an argument. Pipe it in/);
    expect(withSecret).not.toThrow(/AIzaSecret/);
  });
});
