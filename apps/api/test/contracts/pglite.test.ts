import { rm } from "node:fs/promises";
import { createCaptionsRepository } from "../../src/adapters/postgres/captions-repository.ts";
import { openPglite } from "../../src/adapters/postgres/pglite.ts";
import { createUploadsRepository } from "../../src/adapters/postgres/uploads-repository.ts";
import { captionProgressContract } from "../../src/testing/contracts/caption-progress.ts";
import { captionsHistoryContract } from "../../src/testing/contracts/captions-history.ts";
import { captionsRepositoryContract } from "../../src/testing/contracts/captions-repository.ts";
import type { RepositoriesUnderTest } from "../../src/testing/contracts/repositories.ts";
import { uploadsRepositoryContract } from "../../src/testing/contracts/uploads-repository.ts";
import { freshDataFolder } from "../../src/testing/fresh-data-folder.ts";

async function open(): Promise<RepositoriesUnderTest> {
  const dataDir = await freshDataFolder();
  const { client, db } = await openPglite(dataDir);
  const jobs: string[] = [];
  let refusing = false;
  return {
    uploads: createUploadsRepository(db),
    captions: createCaptionsRepository(db, async (_, jobId) => {
      if (refusing) throw new Error("The queue takes nothing.");
      jobs.push(jobId);
    }),
    jobs: async () => jobs,
    refuseJobs: (refuse) => {
      refusing = refuse;
    },
    async close() {
      await client.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

uploadsRepositoryContract("PGlite", open);
captionsRepositoryContract("PGlite", open);
captionsHistoryContract("PGlite", open);
captionProgressContract("PGlite", open);
