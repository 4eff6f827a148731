import type { Caption } from "@caption-generator/schema";
import type { MockInstance } from "vitest";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { client } from "../../lib/api-client.ts";
import { ApiProblem } from "../../lib/problem.ts";
import { watchCaption } from "./watch-caption.ts";

const working = { id: "cap_1", state: "working", stage: "captioning" } as Caption;
const done = { id: "cap_1", state: "done", stage: null } as Caption;

/** A stream that says nothing, and connects for ever. */
class SilentStream extends EventTarget {
  static readonly opened: SilentStream[] = [];
  onerror: (() => void) | null = null;
  close = vi.fn();
  constructor() {
    super();
    SilentStream.opened.push(this);
  }
}

let caption: MockInstance<typeof client.caption>;

beforeEach(() => {
  caption = vi.spyOn(client, "caption");
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", SilentStream);
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  SilentStream.opened.length = 0;
  caption.mockRestore();
});

function watch() {
  const controller = new AbortController();
  const news = { onEvent: vi.fn(), onLost: vi.fn() };
  const watched = watchCaption("cap_1", { ...news, signal: controller.signal });
  const stream = SilentStream.opened.at(-1);
  return { ...news, watched, stream, abort: () => controller.abort(new Error("not wanted")) };
}

describe("watchCaption, where the stream tells nothing", () => {
  it("asks, tells the stage it learns of once, and ends with the finished caption", async () => {
    caption.mockResolvedValueOnce(working).mockResolvedValueOnce(working).mockResolvedValue(done);
    const { watched, onEvent, stream } = watch();
    await vi.advanceTimersByTimeAsync(4_900);
    expect(caption).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(20_000);
    await expect(watched).resolves.toBe(done);
    expect(onEvent.mock.calls).toEqual([[{ type: "stage", stage: "captioning" }]]);
    expect(caption).toHaveBeenCalledTimes(3);
    expect(stream?.close).toHaveBeenCalled();
  });

  it("asks ever less often", async () => {
    caption.mockResolvedValue(working);
    const { watched, abort } = watch();
    watched.catch(() => {});
    await vi.advanceTimersByTimeAsync(60_000);
    const calls = caption.mock.calls.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(caption.mock.calls.length - calls).toBeLessThanOrEqual(6);
    abort();
  });

  it("asks at once where the stream breaks, and where the browser is back online", async () => {
    caption.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    const { watched, stream, onLost } = watch();
    stream?.onerror?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(onLost).toHaveBeenCalledOnce();
    caption.mockResolvedValue(done);
    window.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(0);
    await expect(watched).resolves.toBe(done);
  });

  it("ends with the problem of a caption that was deleted", async () => {
    const gone = { title: "Not found", detail: "", retryable: false, code: "not_found" } as const;
    caption.mockRejectedValue(new ApiProblem(gone));
    const { watched } = watch();
    const ended = expect(watched).rejects.toMatchObject({ shown: gone });
    await vi.advanceTimersByTimeAsync(5_000);
    await ended;
  });

  it("asks nothing any more once it is stopped", async () => {
    const { watched, abort } = watch();
    const ended = expect(watched).rejects.toThrow("not wanted");
    abort();
    await ended;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(caption).not.toHaveBeenCalled();
  });
});
