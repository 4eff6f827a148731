export { createGeminiModel } from "./gemini-model.ts";
