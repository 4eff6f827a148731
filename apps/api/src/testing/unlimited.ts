/** Settings of an API that is asked more often than people ask. */
export const UNLIMITED = {
  RATE_LIMIT_REQUESTS: "0",
  RATE_LIMIT_UPLOADS: "0",
  RATE_LIMIT_CAPTIONS: "0",
} as const;
