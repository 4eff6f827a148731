import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newCaptionId } from "../../ids/ids.ts";
import type { Change, EventBus } from "../../ports/events.ts";

export interface EventBusUnderTest {
  readonly bus: EventBus;
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

    function listen(captionId = id) {
      const heard: Change[] = [];
      return { heard, end: tested.bus.subscribe(captionId, (change) => heard.push(change)) };
    }

    /** Waits until all that was published before has arrived: a bus keeps the order. */
    async function settled() {
      const { heard, end } = listen();
      tested.bus.publish(id, "finished");
      await vi.waitFor(() => expect(heard).toContain("finished"));
      end();
    }

    it("tells a listener every change, in order", async () => {
      const { heard } = listen();
      tested.bus.publish(id, "progress");
      tested.bus.publish(id, "progress");
      tested.bus.publish(id, "finished");
      await vi.waitFor(() => expect(heard).toEqual(["progress", "progress", "finished"]));
    });

    it("tells every listener of a caption", async () => {
      const listeners = Array.from({ length: 20 }, () => listen());
      tested.bus.publish(id, "progress");
      await vi.waitFor(() => {
        for (const { heard } of listeners) expect(heard).toEqual(["progress"]);
      });
    });

    it("tells nobody of another caption's changes", async () => {
      const other = listen(newCaptionId());
      tested.bus.publish(id, "progress");
      await settled();
      expect(other.heard).toEqual([]);
    });

    it("tells nothing to a listener that has left, and goes on telling the others", async () => {
      const left = listen();
      const stayed = listen();
      left.end();
      left.end();
      tested.bus.publish(id, "progress");
      await vi.waitFor(() => expect(stayed.heard).toEqual(["progress"]));
      await settled();
      expect(left.heard).toEqual([]);
    });

    it("tells a newcomer nothing of what was before", async () => {
      tested.bus.publish(id, "progress");
      await settled();
      const late = listen();
      tested.bus.publish(id, "finished");
      await vi.waitFor(() => expect(late.heard).toEqual(["finished"]));
    });

    it("lets changes pass that nobody listens to", () => {
      expect(() => tested.bus.publish(newCaptionId(), "finished")).not.toThrow();
    });
  });
}
