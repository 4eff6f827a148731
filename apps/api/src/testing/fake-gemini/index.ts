export type { Behaviour } from "./behaviour.ts";
export type { FakeGemini } from "./start-fake-gemini.ts";
export { startFakeGemini } from "./start-fake-gemini.ts";
