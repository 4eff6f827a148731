import { rm } from "node:fs/promises";
import { openPglite } from "../../src/adapters/postgres/pglite.ts";
import { apiKeysRepositoryContract } from "../../src/testing/contracts/api-keys-repository.ts";
import { captionProgressContract } from "../../src/testing/contracts/caption-progress.ts";
import { captionsHistoryContract } from "../../src/testing/contracts/captions-history.ts";
import { captionsRepositoryContract } from "../../src/testing/contracts/captions-repository.ts";
import type { RepositoriesUnderTest } from "../../src/testing/contracts/repositories.ts";
import { repositoriesOn } from "../../src/testing/contracts/repositories-on.ts";
import { spendingLedgerContract } from "../../src/testing/contracts/spending-ledger.ts";
import { uploadsRepositoryContract } from "../../src/testing/contracts/uploads-repository.ts";
import { uploadsToDeleteContract } from "../../src/testing/contracts/uploads-to-delete.ts";
import { freshDataFolder } from "../../src/testing/fresh-data-folder.ts";

async function open(): Promise<RepositoriesUnderTest> {
  const dataDir = await freshDataFolder();
  const { client, db } = await openPglite(dataDir);
  return repositoriesOn(db, async () => {
    await client.close();
    await rm(dataDir, { recursive: true, force: true });
  });
}

uploadsRepositoryContract("PGlite", open);
uploadsToDeleteContract("PGlite", open);
captionsRepositoryContract("PGlite", open);
captionsHistoryContract("PGlite", open);
captionProgressContract("PGlite", open);
spendingLedgerContract("PGlite", open);
apiKeysRepositoryContract("PGlite", open);
