import type { ApiKeyScope } from "@caption-generator/schema";

/** What a scope lets a program do, in a person's words. */
export const SCOPE_LABELS: Readonly<Record<ApiKeyScope, string>> = {
  "captions:read": "See your captions",
  "captions:write": "Make, change and delete captions",
};
