import { beforeEach, describe, expect, it } from "vitest";
import { createMemoryState } from "../adapters/memory/shared-state.ts";
import { AppError } from "../errors/app-error.ts";
import type { SharedState } from "../ports/shared-state.ts";
import { createCircuitBreaker } from "./circuit-breaker.ts";
import { judgeCall } from "./judge-call.ts";
import { throughCircuits } from "./through-circuits.ts";

const START = Date.parse("2026-11-25T12:00:00Z");

let time: number;
let state: SharedState;
let log: string[];
/** How long each call takes. */
let tookMs: number;
/** What each line throws, call by call; after that it answers with its name. */
let faults: Record<string, unknown[]>;

beforeEach(() => {
  time = START;
  state = createMemoryState();
  log = [];
  tookMs = 0;
  faults = {};
});

const away = (retryAfterMs?: number) =>
  new AppError({
    code: "model_unavailable",
    detail: "It is away.",
    retryable: true,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });

const GONE = new AppError({ code: "model_not_found", detail: "There is none of that name." });

const REFUSED = new AppError({ code: "model_blocked", detail: "It will not." });

const breakerOf = (name: string) =>
  createCircuitBreaker({
    name,
    state,
    now: () => time,
    onChange: (change, forMs) => log.push(`${name} ${change} ${forMs}`),
  });

function ask(
  names: readonly string[],
  { withinMs = 60_000, endsInMs = 90_000, signal = NEVER } = {},
) {
  return throughCircuits({
    lines: names.map((name) => ({ name, breaker: breakerOf(name) })),
    async work({ name }) {
      log.push(`ask ${name}`);
      time += tookMs;
      const fault = faults[name]?.shift();
      if (fault !== undefined) throw fault;
      return name;
    },
    judge: (error) => judgeCall(error, signal),
    goesOn: (error) => error instanceof AppError && (error.retryable || error === GONE),
    passes: (error) => error instanceof AppError && error.retryable,
    onGoingOn: () => log.push("go on"),
    onWait: (waitMs) => log.push(`wait ${waitMs}`),
    tooLong: (waitMs) => new Error(`too long: ${waitMs}`),
    end: time + endsInMs,
    noTurn: () => new Error("no turn"),
    signal,
    deadline: time + withinMs,
    clock: {
      now: () => time,
      random: () => 0,
      sleep: async (ms) => {
        time += ms;
      },
    },
  });
}

const NEVER = new AbortController().signal;

async function failOften(name: string, times: number) {
  faults[name] = Array.from({ length: times }, () => away());
  for (let count = 0; count < times; count += 1) await ask([name]).catch(() => {});
  log = [];
}

describe("throughCircuits", () => {
  it("asks the first and nobody else where it answers", async () => {
    expect(await ask(["first", "second"])).toBe("first");
    expect(log).toEqual(["ask first"]);
  });

  it("goes on to the next at once where the first is away", async () => {
    faults["first"] = [away()];
    expect(await ask(["first", "second"])).toBe("second");
    expect(log).toEqual(["ask first", "go on", "ask second"]);
    expect(time).toBe(START);
  });

  it("asks nobody else where the first refuses", async () => {
    faults["first"] = [REFUSED];
    await expect(ask(["first", "second"])).rejects.toThrow("It will not.");
    expect(log).toEqual(["ask first"]);
  });

  it("does not ask one that failed again and again", async () => {
    await failOften("first", 5);
    expect(await ask(["first", "second"])).toBe("second");
    expect(log).toEqual(["ask second"]);
  });

  it("waits where there is nobody else, and asks once it may", async () => {
    await failOften("first", 5);
    expect(await ask(["first"])).toBe("first");
    expect(log).toEqual(["wait 5000", "ask first", "first closed 0"]);
  });

  it("does not wait beyond its deadline", async () => {
    await failOften("first", 5);
    await expect(ask(["first"], { withinMs: 4_000 })).rejects.toThrow("too long: 5000");
    expect(log).toEqual([]);
  });

  it("throws the last one's error where all are away", async () => {
    faults["first"] = [away()];
    faults["second"] = [away(9_000)];
    await expect(ask(["first", "second"])).rejects.toMatchObject({ retryAfterMs: 9_000 });
  });

  it.each([GONE, REFUSED])("throws what passes, whatever the next one says: %s", async (said) => {
    faults["first"] = [away(9_000)];
    faults["second"] = [said];
    await expect(ask(["first", "second"])).rejects.toMatchObject({ retryAfterMs: 9_000 });
  });

  it("throws what is final where nobody may do it later", async () => {
    faults["first"] = [GONE, GONE];
    faults["second"] = [REFUSED, GONE];
    await expect(ask(["first", "second"])).rejects.toBe(REFUSED);
    await expect(ask(["first", "second"])).rejects.toBe(GONE);
  });

  it("waits for one that is left alone where the next does not exist", async () => {
    await failOften("first", 5);
    faults["second"] = [GONE];
    expect(await ask(["first", "second"])).toBe("first");
    expect(log).toEqual(["ask second", "wait 5000", "ask first", "first closed 0"]);
  });

  it("leaves alone for that long whoever asks for it", async () => {
    faults["first"] = [away(30_000)];
    await ask(["first"]).catch(() => {});
    expect(log).toEqual(["ask first", "first opened 30000"]);
    expect(await ask(["first"])).toBe("first");
    expect(time).toBe(START + 30_000);
  });

  it("goes on asking whoever asks to come back in an hour: that is an answer", async () => {
    faults["first"] = [away(3_600_000)];
    await ask(["first"]).catch(() => {});
    expect(await ask(["first"])).toBe("first");
    expect(time).toBe(START);
  });

  it("lets one call find out whether it is back, while the others wait for it", async () => {
    await failOften("first", 5);
    time += 5_000;
    const answers = await Promise.all([ask(["first"]), ask(["first"]), ask(["first"])]);
    expect(answers).toEqual(["first", "first", "first"]);
    expect(log.indexOf("first closed 0")).toBeLessThan(log.lastIndexOf("ask first"));
    expect(log.filter((line) => line.startsWith("wait"))).toEqual(["wait 500", "wait 500"]);
  });

  it("learns nothing from a call that was given up", async () => {
    await failOften("first", 5);
    time += 5_000;
    const given = new AbortController();
    given.abort(new Error("cancelled"));
    faults["first"] = [given.signal.reason];
    await expect(ask(["first"], { signal: given.signal })).rejects.toThrow("cancelled");
    expect(await ask(["first"])).toBe("first");
    expect(log).not.toContain("wait 500");
  });

  it("asks nobody who has no time to answer, and blames nobody for it", async () => {
    for (let count = 0; count < 20; count += 1) {
      await expect(ask(["a"], { endsInMs: 0 })).rejects.toThrow("no turn");
    }
    expect(log).toEqual([]);
    expect(await ask(["a"])).toBe("a");
  });

  it("has nobody stand in when the first has taken all the time", async () => {
    faults = { a: [away()] };
    tookMs = 90_000;
    await expect(ask(["a", "b"])).rejects.toMatchObject({ code: "model_unavailable" });
    expect(log).toEqual(["ask a"]);
  });
});
