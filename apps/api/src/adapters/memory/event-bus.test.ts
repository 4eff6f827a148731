import { describe, expect, it, vi } from "vitest";
import { newCaptionId } from "../../ids/ids.ts";
import { eventBusContract } from "../../testing/contracts/event-bus.ts";
import { SOON } from "../../testing/soon.ts";
import { createMemoryEventBus } from "./event-bus.ts";

eventBusContract("the memory", async () => {
  const bus = createMemoryEventBus();
  return { bus, publisher: bus, listening: async () => {}, close: async () => {} };
});

describe("the memory of one of several processes", () => {
  it("has its listeners look for themselves now and again", async () => {
    const listener = vi.fn();
    const bus = createMemoryEventBus({ lookEveryMs: 5 });
    bus.subscribe(newCaptionId(), listener);
    await vi.waitFor(() => expect(listener).toHaveBeenCalledWith("missed"), SOON);
    bus.close();
  });
});
