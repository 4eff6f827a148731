import type { ApiKeyPage } from "@caption-generator/schema";
import { apiKeyIdSchema } from "@caption-generator/schema";
import type { Deps } from "../deps.ts";
import { decodeCursor, toPage } from "../paging/cursor.ts";
import { toApiKey } from "./to-api-key.ts";

/** The session's keys, newest first. @throws AppError invalid_request for a foreign cursor */
export async function listKeys(
  { apiKeys }: Pick<Deps, "apiKeys">,
  input: {
    readonly sessionId: string;
    readonly limit: number;
    readonly cursor?: string | undefined;
  },
): Promise<ApiKeyPage> {
  const rows = await apiKeys.list({
    sessionId: input.sessionId,
    limit: input.limit + 1,
    ...(input.cursor === undefined ? {} : { after: decodeCursor(input.cursor, apiKeyIdSchema) }),
  });
  const { items, nextCursor } = toPage(rows, input.limit, (key) => key);
  return { items: items.map(toApiKey), nextCursor };
}
