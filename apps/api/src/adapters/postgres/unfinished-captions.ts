import { and, isNull, lt } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { captions } from "../../db/schema/index.ts";
import type { CaptionsRepository } from "../../ports/captions-repository.ts";

/** Which captions somebody has yet to work on. */
export function createUnfinishedCaptions(
  db: Database,
): Pick<CaptionsRepository, "listUnfinishedBefore"> {
  return {
    async listUnfinishedBefore(at, most) {
      return db
        .select({ captionId: captions.id, jobId: captions.jobId })
        .from(captions)
        .where(and(isNull(captions.finishedAt), lt(captions.createdAt, at)))
        .orderBy(captions.createdAt)
        .limit(most);
    },
  };
}
