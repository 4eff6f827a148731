import type { Caption, CaptionState } from "@caption-generator/schema";
import { describe, expect, it } from "vitest";
import type { Ask } from "./ask.ts";
import type { StudioEvent } from "./studio-state.ts";
import { EMPTY, studioReducer } from "./studio-state.ts";

const photo = new File(["x"], "a.jpg", { type: "image/jpeg" });
const problem = { title: "No", detail: "It did not work.", retryable: true };

const ask: Ask = { kind: "revise", id: "cap_done", changes: { length: "short" } };

const create: Ask = { kind: "create", photo, options: {} };

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
      { type: "asked", ask: create },
      { type: "finished", caption: caption("done") },
      { type: "asked", ask },
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

  it("says that captions at the service are still written when another photo is chosen", () => {
    const asked = play({ type: "chosen", photo }, { type: "asked", ask: create });
    expect(studioReducer(asked, { type: "chosen", photo }).left).toBe(false);
    const accepted = studioReducer(asked, { type: "accepted", captionId: "cap_1" });
    const left = studioReducer(accepted, { type: "chosen", photo });
    expect(left).toEqual({ ...EMPTY, photo, left: true });
    expect(studioReducer(left, { type: "asked", ask: create }).left).toBe(false);
  });

  describe("with captions opened from the history", () => {
    const other = { ...caption("done"), id: "cap_other" } as Caption;
    const inHand = play({ type: "chosen", photo }, { type: "sent" });
    const open = studioReducer(inHand, { type: "opened", caption: other });

    it("keeps the photo in hand and its upload", () => {
      expect(open).toMatchObject({ photo, upload: { kind: "sent" }, captions: [other] });
      const asked: Ask = { kind: "revise", id: other.id, changes: {} };
      const revised = [
        { type: "asked", ask: asked },
        { type: "finished", caption: caption("done") },
      ] as const;
      const state = revised.reduce<typeof open>(studioReducer, open);
      expect(state).toMatchObject({ upload: { kind: "sent" }, shown: 1, opened: true });
    });

    it("keeps work under way, whose captions are no version of what was opened", () => {
      const working = play({ type: "chosen", photo }, { type: "asked", ask: create });
      const both = studioReducer(working, { type: "opened", caption: other });
      expect(both).toMatchObject({ work: { kind: "working" }, captions: [other] });
      const mine = caption("done");
      const end = studioReducer(both, { type: "finished", caption: mine });
      expect(end).toMatchObject({ captions: [mine], shown: 0, opened: false });
    });

    it("keeps them when the photo is removed", () => {
      const state = studioReducer(open, { type: "cleared" });
      expect(state).toMatchObject({ photo: null, upload: { kind: "none" }, captions: [other] });
    });
  });

  it("forgets a caption that was deleted, and shows the one it showed", () => {
    const [a, b] = ["cap_a", "cap_b"].map((id) => ({ ...caption("done"), id }) as Caption);
    if (a === undefined || b === undefined) throw new Error("There are two.");
    const two = { ...EMPTY, captions: [a, b], shown: 1 };
    expect(studioReducer(two, { type: "removed", id: a.id })).toMatchObject({
      captions: [b],
      shown: 0,
    });
    expect(studioReducer(two, { type: "removed", id: b.id })).toMatchObject({
      captions: [a],
      shown: 0,
    });
    const working = play(
      { type: "asked", ask: create },
      { type: "accepted", captionId: "cap_1" },
      { type: "removed", id: "cap_1" },
    );
    expect(working).toMatchObject({ work: { kind: "idle" }, asked: null });
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
