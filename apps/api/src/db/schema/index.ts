export * from "./ai-bills.ts";
export * from "./ai-spending.ts";
export * from "./api-keys.ts";
export * from "./caption-events.ts";
export * from "./captions.ts";
export * from "./idempotency-keys.ts";
export * from "./uploads.ts";
