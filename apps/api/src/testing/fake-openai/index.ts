export type { Behaviour } from "./behaviour.ts";
export type { FakeOpenAi } from "./start-fake-openai.ts";
export { startFakeOpenAi } from "./start-fake-openai.ts";
