import { describe, expect, it } from "vitest";
import { keepSecrets } from "./keep-secrets.ts";
import type { SecretStore } from "./parameter-store.ts";
import { KNOWN, neededWith } from "./wanted.ts";

const PUT_ON = new Date("2026-01-02T03:04:05Z");
const WANTED = neededWith([]);
const [google] = WANTED;
const session = WANTED.find(({ name }) => name === "session-secret");

/** A store that holds `there`, and a person or a pipe with these answers. */
function scene({
  there = [] as string[],
  answers = [] as string[],
  isPerson = true,
  needed = WANTED,
} = {}) {
  const put = new Map<string, { value: string; replace: boolean }>();
  const store: SecretStore = {
    present: async () => new Map(there.map((name) => [name, PUT_ON])),
    put: async ({ name }, value, replace) => void put.set(name, { value, replace }),
    close: () => undefined,
  };
  const questions: string[] = [];
  let said = "";
  const source = {
    isPerson,
    read: async (question: string) => {
      questions.push(question);
      return answers.shift() ?? "";
    },
  };
  const say = (words: string) => {
    said += words;
  };
  const run = (args: Partial<Parameters<typeof keepSecrets>[1]> = {}) =>
    keepSecrets(
      { store, source, say, needed },
      { environment: "dev", list: false, set: undefined, ...args },
    );
  return { run, put, questions, said: () => said };
}

describe("keeping secrets", () => {
  it("asks for those that are missing and makes those that nobody has to give", async () => {
    const { run, put, questions, said } = scene({ answers: ["AIza-1", "sk-2"] });
    expect(await run()).toBe(0);
    expect(questions).toHaveLength(2);
    expect(put.get("google-api-key")).toEqual({ value: "AIza-1", replace: false });
    expect(put.get("openai-api-key")).toEqual({ value: "sk-2", replace: false });
    expect(put.get("session-secret")?.value).toMatch(/^[\w-]{43}$/);
    expect(said()).not.toMatch(/AIza-1|sk-2/);
  });

  it("leaves what is there as it is, and says since when", async () => {
    const { run, put, said } = scene({ there: WANTED.map(({ name }) => name) });
    expect(await run()).toBe(0);
    expect(put.size).toBe(0);
    expect(said()).toContain("there, since 2026-01-02");
  });

  it("asks for those as well that the tasks can do without, where the environment gives them any", async () => {
    const { run, put } = scene({
      needed: neededWith(["access-token"]),
      there: WANTED.map(({ name }) => name),
      answers: ["let-me-in-let-me-in"],
    });
    expect(await run()).toBe(0);
    expect([...put.keys()]).toEqual(["access-token"]);
  });

  it("puts one ahead of the setting that gives it to the tasks, and says that it is one", async () => {
    const { run, put, said } = scene({
      there: WANTED.map(({ name }) => name),
      answers: ["let-me-in-let-me-in"],
    });
    const set = KNOWN.find(({ name }) => name === "access-token");
    expect(await run({ set })).toBe(0);
    expect([...put.keys()]).toEqual(["access-token"]);
    expect(said()).toMatch(/given access-token yet: .*environments.dev.services.optionalSecrets/);
  });

  it("says what stays missing, and fails, when it is skipped", async () => {
    const { run, put, said } = scene({ there: ["session-secret"], answers: ["AIza-1", ""] });
    expect(await run()).toBe(1);
    expect([...put.keys()]).toEqual(["google-api-key"]);
    expect(said()).toMatch(/openai-api-key +MISSING/);
  });

  it("asks nobody where nobody is: a pipe is for the one secret that is named", async () => {
    const { run, questions, put } = scene({ isPerson: false, answers: ["AIza-1"] });
    expect(await run()).toBe(1);
    expect(questions).toEqual([]);
    expect([...put.keys()]).toEqual(["session-secret"]);
  });

  it("only lists when asked to", async () => {
    const { run, put, questions } = scene();
    expect(await run({ list: true })).toBe(1);
    expect([put.size, questions.length]).toEqual([0, 0]);
  });

  it("replaces the one that is named, and no other", async () => {
    const { run, put } = scene({ there: ["google-api-key"], answers: ["AIza-new"] });
    await run({ set: google });
    expect([...put]).toEqual([["google-api-key", { value: "AIza-new", replace: true }]]);
  });

  it("makes a new session secret, unless one is piped in", async () => {
    const made = scene({ there: ["session-secret"] });
    await made.run({ set: session });
    expect(made.put.get("session-secret")?.value).toMatch(/^[\w-]{43}$/);
    const piped = scene({ isPerson: false, answers: ["of-our-own\n"] });
    await piped.run({ set: session });
    expect(piped.put.get("session-secret")?.value).toBe("of-our-own");
  });
});
