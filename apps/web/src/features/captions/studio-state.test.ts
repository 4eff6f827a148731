import type { Caption, CaptionState } from "@caption-generator/schema";
import { describe, expect, it } from "vitest";
import type { Ask } from "./ask.ts";
import type { StudioEvent } from "./studio-state.ts";
import { EMPTY, studioReducer } from "./studio-state.ts";

const photo = new File(["x"], "a.jpg", { type: "image/jpeg" });
const problem = { title: "No", detail: "It did not work.", retryable: true };

const ask: Ask = { kind: "revise", id: "cap_done", changes: { length: "short" } };

const caption = (state: CaptionState) =>
  ({ id: `cap_${state}`, state, problem: state === "failed" ? problem : null }) as Caption;

const play = (...events: StudioEvent[]) => events.reduce(studioReducer, EMPTY);

describe("studioReducer", () => {
  it("follows a caption from the photo to the result", () => {
    const state = play(
      { type: "chosen", photo },
      { type: "sending", part: 0.5, lost: false },
      { type: "sent" },
      { type: "asked", ask },
      { type: "accepted", captionId: "cap_1" },
      { type: "stage", stage: "captioning" },
    );
    expect(state.work).toEqual({
      kind: "working",
      captionId: "cap_1",
      stage: "captioning",
      retry: null,
    });
    const done = studioReducer(state, { type: "finished", caption: caption("done") });
    expect(done).toMatchObject({ work: { kind: "idle" }, shown: 0, asked: null, problem: null });
    expect(done.captions).toHaveLength(1);
  });

  it("keeps earlier versions and shows the newest", () => {
    const state = play(
      { type: "finished", caption: caption("done") },
      { type: "finished", caption: caption("done") },
    );
    expect(state).toMatchObject({ shown: 1 });
    expect(studioReducer(state, { type: "shown", index: 0 }).shown).toBe(0);
  });

  it.each<[string, StudioEvent]>([
    ["at the service", { type: "finished", caption: caption("failed") }],
    ["on its way", { type: "failed", problem }],
  ])("keeps the captions there are, and what was asked, when a revision fails %s", (_, end) => {
    const state = play({ type: "finished", caption: caption("done") }, { type: "asked", ask }, end);
    expect(state.captions).toHaveLength(1);
    expect(state).toMatchObject({ work: { kind: "idle" }, asked: ask, problem });
  });

  it("forgets the last photo's captions and problem when another is chosen", () => {
    const state = play(
      { type: "finished", caption: caption("done") },
      { type: "failed", problem },
      { type: "chosen", photo },
    );
    expect(state).toEqual({ ...EMPTY, photo });
  });

  it("shows no problem for what was cancelled", () => {
    const state = play({ type: "asked", ask }, { type: "finished", caption: caption("cancelled") });
    expect(state).toMatchObject({ work: { kind: "idle" }, problem: null, captions: [] });
  });

  it("tells a cancelled person so, and has nothing left to ask again", () => {
    const state = play({ type: "chosen", photo }, { type: "asked", ask }, { type: "cancelled" });
    expect(state).toMatchObject({ photo, work: { kind: "idle" }, asked: null, problem: null });
    expect(state.notice).toMatch(/^Cancelled/u);
    expect(studioReducer(state, { type: "asked", ask }).notice).toBeNull();
  });

  it("knows a photo that may be sent again from one that the service will not take", () => {
    const chosen = play({ type: "chosen", photo }, { type: "sending", part: 0.5, lost: false });
    const unsent = (retryable: boolean) =>
      studioReducer(chosen, { type: "unsent", problem: { ...problem, retryable } });
    expect(unsent(true).upload.kind).toBe("none");
    expect(unsent(false).upload.kind).toBe("rejected");
    const failed = { type: "failed", problem: { ...problem, retryable: false } } as const;
    expect(studioReducer(unsent(false), failed).upload.kind).toBe("rejected");
  });

  it("keeps what was sent when only the answer was lost", () => {
    const lost = play({ type: "sent" }, { type: "asked", ask }, { type: "failed", problem });
    expect(lost.upload.kind).toBe("sent");
  });

  it("ignores news of work that is over", () => {
    expect(play({ type: "stage", stage: "captioning" })).toEqual(EMPTY);
  });
});
