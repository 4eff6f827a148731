import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newCaptionId } from "../../ids/ids.ts";
import type { Change, EventBus } from "../../ports/events.ts";
import { SOON } from "../soon.ts";

export interface EventBusUnderTest {
  /** Where changes are published. */
  readonly publisher: Pick<EventBus, "publish">;
  /** Where they are listened to: the same bus, or another process's. */
  readonly bus: Pick<EventBus, "subscribe">;
  /** Waits until whoever listens to a caption hears what is published, where that takes time. */
  listening(captionId: string): Promise<void>;
  close(): Promise<void>;
}

/** What every event bus does, whether it tells its listeners at once or over a network. */
export function eventBusContract(name: string, open: () => Promise<EventBusUnderTest>) {
  describe(`${name} as an event bus`, () => {
    let tested: EventBusUnderTest;
    let id: string;
    beforeEach(async () => {
      tested = await open();
      id = newCaptionId();
    });
    afterEach(() => tested.close());

    async function listen(captionId = id) {
      const heard: Change[] = [];
      const end = tested.bus.subscribe(captionId, (change) => {
        // It may be said at any time, and then says nothing of what was published.
        if (change !== "missed") heard.push(change);
      });
      await tested.listening(captionId);
      return { heard, end };
    }

    /** Waits until all that was published before has arrived: a bus keeps the order. */
    async function settled() {
      const { heard, end } = await listen();
      tested.publisher.publish(id, "finished");
      await vi.waitFor(() => expect(heard).toContain("finished"), SOON);
      end();
    }

    it("tells a listener every change, in order", async () => {
      const { heard } = await listen();
      tested.publisher.publish(id, "progress");
      tested.publisher.publish(id, "progress");
      tested.publisher.publish(id, "finished");
      await vi.waitFor(() => expect(heard).toEqual(["progress", "progress", "finished"]), SOON);
    });

    it("tells every listener of a caption", async () => {
      const listeners = await Promise.all(Array.from({ length: 20 }, () => listen()));
      tested.publisher.publish(id, "progress");
      await vi.waitFor(() => {
        for (const { heard } of listeners) expect(heard).toEqual(["progress"]);
      }, SOON);
    });

    it("tells nobody of another caption's changes", async () => {
      const other = await listen(newCaptionId());
      tested.publisher.publish(id, "progress");
      await settled();
      expect(other.heard).toEqual([]);
    });

    it("tells nothing to a listener that has left, and goes on telling the others", async () => {
      const left = await listen();
      const stayed = await listen();
      left.end();
      left.end();
      tested.publisher.publish(id, "progress");
      await vi.waitFor(() => expect(stayed.heard).toEqual(["progress"]), SOON);
      await settled();
      expect(left.heard).toEqual([]);
    });

    it("tells a newcomer nothing of what was before", async () => {
      tested.publisher.publish(id, "progress");
      await settled();
      const late = await listen();
      tested.publisher.publish(id, "finished");
      await vi.waitFor(() => expect(late.heard).toEqual(["finished"]), SOON);
    });

    it("lets changes pass that nobody listens to", () => {
      expect(() => tested.publisher.publish(newCaptionId(), "finished")).not.toThrow();
    });
  });
}
