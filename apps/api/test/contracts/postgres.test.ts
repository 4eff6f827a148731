import { pino } from "pino";
import { afterAll, beforeAll, describe } from "vitest";
import { openServer } from "../../src/adapters/postgres/server.ts";
import { has, needing } from "../../src/testing/capabilities.ts";
import { apiKeysRepositoryContract } from "../../src/testing/contracts/api-keys-repository.ts";
import { captionProgressContract } from "../../src/testing/contracts/caption-progress.ts";
import { captionsHistoryContract } from "../../src/testing/contracts/captions-history.ts";
import { captionsRepositoryContract } from "../../src/testing/contracts/captions-repository.ts";
import type { RepositoriesUnderTest } from "../../src/testing/contracts/repositories.ts";
import { repositoriesOn } from "../../src/testing/contracts/repositories-on.ts";
import { spendingLedgerContract } from "../../src/testing/contracts/spending-ledger.ts";
import { uploadsRepositoryContract } from "../../src/testing/contracts/uploads-repository.ts";
import { uploadsToDeleteContract } from "../../src/testing/contracts/uploads-to-delete.ts";
import type { StartedPostgres } from "../../src/testing/postgres.ts";
import { startPostgres } from "../../src/testing/postgres.ts";

describe.skipIf(!has("postgres"))(needing("postgres", "a database server"), () => {
  let postgres: StartedPostgres;
  let databases = 0;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres?.stop());

  async function open(): Promise<RepositoriesUnderTest> {
    databases += 1;
    const database = `contract_${databases}`;
    await postgres.makeDatabase(database);
    const { db, close } = await openServer({
      connection: { ...postgres.connection, database },
      connections: 4,
      log: pino({ level: "silent" }),
    });
    return repositoriesOn(db, close);
  }

  uploadsRepositoryContract("Postgres", open);
  uploadsToDeleteContract("Postgres", open);
  captionsRepositoryContract("Postgres", open);
  captionsHistoryContract("Postgres", open);
  captionProgressContract("Postgres", open);
  spendingLedgerContract("Postgres", open);
  apiKeysRepositoryContract("Postgres", open);
});
