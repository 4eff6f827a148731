import { sharedStateContract } from "../../testing/contracts/shared-state.ts";
import { createMemoryState } from "./shared-state.ts";

sharedStateContract("the memory", async () => {
  const state = createMemoryState();
  return { state, other: state, close: async () => {} };
});
