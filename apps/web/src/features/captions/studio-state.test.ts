import type { Caption, CaptionState } from "@caption-generator/schema";
import { describe, expect, it } from "vitest";
import type { StudioEvent } from "./studio-state.ts";
import { EMPTY, studioReducer } from "./studio-state.ts";

const photo = new File(["x"], "a.jpg", { type: "image/jpeg" });
const problem = { title: "No", detail: "It did not work.", retryable: true };

const caption = (state: CaptionState) =>
  ({ id: `cap_${state}`, state, problem: state === "failed" ? problem : null }) as Caption;

const play = (...events: StudioEvent[]) => events.reduce(studioReducer, EMPTY);

describe("studioReducer", () => {
  it("follows a caption from the photo to the result", () => {
    const state = play(
      { type: "chosen", photo },
      { type: "sending", part: 0.5 },
      { type: "sent" },
      { type: "asked" },
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
    expect(done).toMatchObject({ work: { kind: "idle" }, shown: 0, problem: null });
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

  it("keeps the captions there are when a revision fails", () => {
    const state = play(
      { type: "finished", caption: caption("done") },
      { type: "asked" },
      { type: "finished", caption: caption("failed") },
    );
    expect(state.captions).toHaveLength(1);
    expect(state.problem).toEqual(problem);
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
    const state = play({ type: "asked" }, { type: "finished", caption: caption("cancelled") });
    expect(state).toMatchObject({ work: { kind: "idle" }, problem: null, captions: [] });
  });

  it("ignores news of work that is over", () => {
    expect(play({ type: "stage", stage: "captioning" })).toEqual(EMPTY);
  });
});
