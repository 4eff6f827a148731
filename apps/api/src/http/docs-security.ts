import { accessOf } from "../access/access-of.ts";

/** The ways to say who asks, for the OpenAPI document. */
export const SECURITY_SCHEMES = {
  session: {
    type: "apiKey",
    in: "cookie",
    name: "captions_session",
    description: "Given with the first answer; over https its name begins with __Host-.",
  },
  apiKey: {
    type: "http",
    scheme: "bearer",
    description: "A key of POST /api/keys, or a private installation's access token.",
  },
} as const;

/** What an operation asks for: one of these. An empty one is nothing at all. */
export function securityOf(method: string, path: string): Record<string, string[]>[] {
  const access = accessOf(method.toUpperCase(), path);
  switch (access.to) {
    case "everyone":
    case "bearer of the URL":
      return [];
    case "visitor":
      return [{}, { session: [] }, { apiKey: [] }];
    case "session":
      return [{ session: [] }];
    case "session or key":
      return [{ session: [] }, { apiKey: [access.scope] }];
  }
}
