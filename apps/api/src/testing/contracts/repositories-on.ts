import { createApiKeysRepository } from "../../adapters/postgres/api-keys-repository.ts";
import { createCaptionsRepository } from "../../adapters/postgres/captions-repository.ts";
import { createSpendingLedger } from "../../adapters/postgres/spending-ledger.ts";
import { createUploadsRepository } from "../../adapters/postgres/uploads-repository.ts";
import type { Database } from "../../db/database.ts";
import type { RepositoriesUnderTest } from "./repositories.ts";

/** The repositories on a database, with a queue that only takes note of its jobs. */
export function repositoriesOn(db: Database, close: () => Promise<void>): RepositoriesUnderTest {
  const jobs: string[] = [];
  let refusing = false;
  return {
    uploads: createUploadsRepository(db),
    apiKeys: createApiKeysRepository(db),
    ledger: createSpendingLedger(db),
    captions: createCaptionsRepository(db, async (_, _lane, { jobId }) => {
      if (refusing) throw new Error("The queue takes nothing.");
      jobs.push(jobId);
    }),
    jobs: async () => jobs,
    refuseJobs: (refuse) => {
      refusing = refuse;
    },
    close,
  };
}
