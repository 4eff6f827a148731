import { describe, expect, it } from "vitest";
import { createTurns } from "./in-turn.ts";

/** Work that ends when it is told to. */
function job(log: string[], name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const work = () => {
    log.push(name);
    return promise;
  };
  return { work, resolve, reject };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe("createTurns", () => {
  it("begins work once what was asked for before it has ended, well or not", async () => {
    const inTurn = createTurns();
    const log: string[] = [];
    const [first, second, third] = [job(log, "1"), job(log, "2"), job(log, "3")];
    const failed = expect(inTurn("a", first.work)).rejects.toThrow("no");
    const done = [inTurn("a", second.work), inTurn("a", third.work)];
    await soon();
    expect(log).toEqual(["1"]);
    first.reject(new Error("no"));
    await failed;
    await soon();
    expect(log).toEqual(["1", "2"]);
    second.resolve("two");
    third.resolve("three");
    expect(await Promise.all(done)).toEqual(["two", "three"]);
  });

  it("does not keep work of another name waiting", async () => {
    const inTurn = createTurns();
    const log: string[] = [];
    void inTurn("a", job(log, "1").work);
    void inTurn("b", job(log, "2").work);
    await soon();
    expect(log).toEqual(["1", "2"]);
  });
});
