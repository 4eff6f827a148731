import { eventBusContract } from "../../testing/contracts/event-bus.ts";
import { createMemoryEventBus } from "./event-bus.ts";

eventBusContract("the memory", async () => ({
  bus: createMemoryEventBus(),
  close: async () => {},
}));
