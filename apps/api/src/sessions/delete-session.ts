import { deleteCaption } from "../captions/delete-caption.ts";
import type { Deps } from "../deps.ts";
import { asAppError } from "../errors/app-error.ts";
import type { UploadRecord } from "../ports/records.ts";
import { deleteBytes } from "../uploads/delete-bytes.ts";
import { removeUnused } from "../uploads/remove-unused.ts";

/** How much is deleted side by side: a store that is far away makes each wait. */
const AT_ONCE = 10;

/**
 * Deletes all that there is of a session: keys first, so that no program adds to it, then captions with
 * their events and cached answers, then uploads with their bytes. Safe to repeat where it was broken off.
 */
export async function deleteSession(deps: Deps, sessionId: string): Promise<void> {
  await deps.apiKeys.removeAll(sessionId);
  const refused = new Set<string>();
  let before: number;
  do {
    before = refused.size;
    await untilEmpty(
      () => deps.captions.list({ sessionId, limit: AT_ONCE }),
      ({ caption }) => deleteCaption(deps, { sessionId, id: caption.id }).catch(unlessGone),
    );
    await untilEmpty(
      () => deps.uploads.listUnused(sessionId, AT_ONCE),
      async (upload) => {
        if (await removeUnused(deps, upload)) return;
        // A caption that has taken it meanwhile is deleted next. Listed once more, it is one whose caption is gone.
        if (refused.has(upload.id)) await removeForsaken(deps, upload);
        refused.add(upload.id);
      },
    );
  } while (refused.size > before);
}

async function removeForsaken(deps: Deps, upload: UploadRecord): Promise<void> {
  await deleteBytes(deps, upload);
  await deps.uploads.remove(upload.id);
}

async function untilEmpty<T>(
  list: () => Promise<readonly T[]>,
  remove: (item: T) => Promise<void>,
): Promise<void> {
  for (let items = await list(); items.length > 0; items = await list()) {
    await Promise.all(items.map(remove));
  }
}

/** Somebody deleted it in the meantime: that is what was wanted. */
function unlessGone(error: unknown): void {
  if (asAppError(error)?.code !== "not_found") throw error;
}
