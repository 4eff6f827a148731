import { setTimeout as wait } from "node:timers/promises";
import type { Redis } from "ioredis";
import { createTurns } from "../../concurrency/in-turn.ts";
import type { SharedState, StateChange } from "../../ports/shared-state.ts";
import { createMemoryState } from "../memory/shared-state.ts";

const PREFIX = "captions:state:";

/** Sets a value, or deletes it where the new one is empty, if it still is as it was read; an empty one is none. */
const SET_IF_UNCHANGED = `
  if (redis.call("GET", KEYS[1]) or "") ~= ARGV[1] then return 0 end
  if ARGV[2] == "" then redis.call("DEL", KEYS[1])
  else redis.call("SET", KEYS[1], ARGV[2], "PX", ARGV[3]) end
  return 1`;

/** Others are seldom faster often in a row: changes of one process come one after the other. */
const MOST_TRIES = 20;

/** The longest wait before another try, in milliseconds: two processes in step would let one win each time. */
const LONGEST_WAIT_MS = 16;

/** Shared through Redis, and by nobody while Redis is away. */
export function createRedisState(redis: Redis): SharedState {
  const own = createMemoryState();
  const inTurn = createTurns();

  async function set(key: string, { before, after, ttlMs }: Exchange): Promise<boolean> {
    if (after === before) return true;
    return (await redis.eval(SET_IF_UNCHANGED, 1, PREFIX + key, before, after, ttlMs)) === 1;
  }

  async function changeShared<T>(key: string, decide: Decide<T>, ttlMs: number): Promise<T> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const before = (await redis.get(PREFIX + key)) ?? "";
      const { value: after = "", result } = decide(before === "" ? undefined : before);
      if (await set(key, { before, after, ttlMs })) return result;
      await wait(Math.random() * Math.min(LONGEST_WAIT_MS, 2 ** tries));
    }
    throw new Error(`${key} is changed by others all the time.`);
  }

  return {
    change: (key, decide, ttlMs) =>
      inTurn(key, () =>
        changeShared(key, decide, ttlMs).catch(() => own.change(key, decide, ttlMs)),
      ),
  };
}

type Decide<T> = (value: string | undefined) => StateChange<T>;

interface Exchange {
  /** What was read; empty where there was nothing. */
  readonly before: string;
  readonly after: string;
  readonly ttlMs: number;
}
