import type { createApp } from "./app.ts";

/** The API as the typed client sees it. Types only: nothing of the API runs in the page. */
export type AppType = ReturnType<typeof createApp>;
