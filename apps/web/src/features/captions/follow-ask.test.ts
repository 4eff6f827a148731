import type { Caption } from "@caption-generator/schema";
import { describe, expect, it, vi } from "vitest";
import type { ShownProblem } from "../../lib/problem.ts";
import { ApiProblem } from "../../lib/problem.ts";
import type { Ask } from "./ask.ts";
import { followAsk, LEFT, UNWANTED } from "./follow-ask.ts";

const photo = new File(["x"], "a.jpg", { type: "image/jpeg" });
const create: Ask = { kind: "create", photo, options: { tone: "witty" } };
const queued = { id: "cap_1", state: "queued", finishedAt: null } as Caption;
const done = { id: "cap_1", state: "done", finishedAt: "2030-01-01T00:00:00Z" } as Caption;
const failed = { id: "cap_0", state: "failed", finishedAt: "2030-01-01T00:00:00Z" } as Caption;
const problem = (rest: Partial<ShownProblem>) =>
  new ApiProblem({ title: "No", detail: "It did not work.", retryable: false, ...rest });

const retry: Ask = { kind: "retry", id: "cap_0", otherwise: create };
const notRetryable = problem({ code: "caption_not_retryable" });

function setUp() {
  const { signal, abort, leave } = withAbort();
  const deps = {
    api: {
      createCaption: vi.fn(async () => queued),
      revise: vi.fn(async () => queued),
      retry: vi.fn(async () => queued),
      caption: vi.fn(async () => failed),
      remove: vi.fn(async () => {}),
    },
    desk: { take: vi.fn(async () => "upl_1"), spend: vi.fn(), forget: vi.fn() },
    watch: vi.fn(async () => done),
    report: vi.fn(),
  };
  return { ...deps, abort, leave, follow: (ask: Ask) => followAsk(deps, { ask, signal }) };
}

function withAbort() {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    abort: () => controller.abort(UNWANTED),
    leave: () => controller.abort(LEFT),
  };
}

describe("followAsk", () => {
  it("asks once, under a key that makes asking again harmless, and reports to the end", async () => {
    const { follow, api, desk, report } = setUp();
    expect(await follow(create)).toBe(true);
    expect(api.createCaption).toHaveBeenCalledExactlyOnceWith({
      uploadId: "upl_1",
      options: { tone: "witty" },
      idempotencyKey: "upl_1",
    });
    expect(desk.spend).toHaveBeenCalledWith("upl_1");
    const types = report.mock.calls.map(([event]) => event.type);
    expect(types).toEqual(["asked", "accepted", "finished"]);
  });

  it("creates nothing when cancelled while the photo is on its way", async () => {
    const { follow, api, desk, report, abort } = setUp();
    desk.take.mockImplementation(async () => {
      abort();
      throw new Error("not wanted any more");
    });
    expect(await follow(create)).toBe(false);
    expect(api.createCaption).not.toHaveBeenCalled();
    expect(report.mock.calls.map(([event]) => event.type)).toEqual(["asked"]);
  });

  it.each<Ask>([create, { kind: "revise", id: "cap_0", changes: {} }])(
    "removes what was made while it was being cancelled",
    async (ask) => {
      const { follow, api, watch, abort } = setUp();
      const whileCancelling = async () => {
        abort();
        return queued;
      };
      api.createCaption.mockImplementation(whileCancelling);
      api.revise.mockImplementation(whileCancelling);
      expect(await follow(ask)).toBe(false);
      expect(api.remove).toHaveBeenCalledWith("cap_1");
      expect(watch).not.toHaveBeenCalled();
    },
  );

  it("follows what was left to its end, for it will be in the history, and reports nothing of it", async () => {
    const { follow, api, watch, report, leave } = setUp();
    watch.mockImplementation(async () => {
      leave();
      return done;
    });
    expect(await follow(create)).toBe(true);
    expect(api.remove).not.toHaveBeenCalled();
    expect(report.mock.calls.map(([event]) => event.type)).toEqual(["asked", "accepted"]);
  });

  it("keeps the upload when the answer was lost, and lets go of it when it was refused", async () => {
    const { follow, api, desk } = setUp();
    api.createCaption.mockRejectedValueOnce(problem({ retryable: true }));
    await follow(create);
    expect([desk.spend, desk.forget].map((each) => each.mock.calls.length)).toEqual([0, 0]);
    api.createCaption.mockRejectedValueOnce(problem({ code: "image_unreadable" }));
    await follow(create);
    expect(desk.forget).toHaveBeenCalledOnce();
  });

  it("sends a photo again whose upload has waited too long", async () => {
    const { follow, api, desk, report } = setUp();
    desk.take.mockResolvedValueOnce("upl_old").mockResolvedValueOnce("upl_new");
    api.createCaption.mockRejectedValueOnce(problem({ code: "not_found" }));
    expect(await follow(create)).toBe(true);
    expect(desk.forget).toHaveBeenCalledOnce();
    expect(report).toHaveBeenLastCalledWith({ type: "finished", caption: done });
  });

  it("begins an interrupted caption again without sending its photo", async () => {
    const { follow, api, desk } = setUp();
    expect(await follow(retry)).toBe(true);
    expect(api.retry).toHaveBeenCalledExactlyOnceWith("cap_0");
    expect(desk.take).not.toHaveBeenCalled();
    expect(api.createCaption).not.toHaveBeenCalled();
  });

  it.each([
    ["the file", notRetryable],
    ["the caption", problem({ code: "not_found" })],
  ])("asks for what was asked at first where %s is gone", async (_, gone) => {
    const { follow, api, report } = setUp();
    api.retry.mockRejectedValueOnce(gone);
    expect(await follow(retry)).toBe(true);
    expect(api.createCaption).toHaveBeenCalledOnce();
    expect(report).toHaveBeenCalledWith({ type: "asked", ask: create });
  });

  it("says that the file is gone where the page does not have it either", async () => {
    const { follow, api, report } = setUp();
    api.retry.mockRejectedValueOnce(notRetryable);
    expect(await follow({ kind: "retry", id: "cap_0", otherwise: null })).toBe(false);
    expect(report).toHaveBeenLastCalledWith({
      type: "failed",
      problem: expect.objectContaining({ title: "The file is not kept any more" }),
    });
  });

  it("follows a caption that was begun again already", async () => {
    const { follow, api, watch } = setUp();
    api.retry.mockRejectedValueOnce(notRetryable);
    api.caption.mockResolvedValueOnce(queued);
    expect(await follow(retry)).toBe(true);
    expect(watch).toHaveBeenCalledOnce();
    expect(api.createCaption).not.toHaveBeenCalled();
  });

  it("tries nothing else where the service does not answer", async () => {
    const { follow, api } = setUp();
    api.retry.mockRejectedValueOnce(problem({ retryable: true }));
    expect(await follow(retry)).toBe(false);
    expect(api.createCaption).not.toHaveBeenCalled();
  });
});
