import { afterAll, beforeAll, beforeEach } from "vitest";
import type { ApiKeysRepository } from "../../ports/api-keys-repository.ts";
import type { CaptionsRepository } from "../../ports/captions-repository.ts";
import type { CaptionRecord, UploadRecord } from "../../ports/records.ts";
import type { SpendingLedger } from "../../ports/spending-ledger.ts";
import type { UploadsRepository } from "../../ports/uploads-repository.ts";
import { makeCaption, makeUpload } from "../make-records.ts";

export interface RepositoriesUnderTest {
  readonly uploads: UploadsRepository;
  readonly apiKeys: ApiKeysRepository;
  readonly captions: CaptionsRepository;
  readonly ledger: SpendingLedger;
  /** The ids of the jobs that were enqueued along with captions. */
  jobs(): Promise<readonly string[]>;
  /** Makes the queue refuse jobs, or take them again. */
  refuseJobs(refuse: boolean): void;
  close(): Promise<void>;
}

/** One pair of repositories for a whole suite: opening a database takes seconds. */
export function useRepositories(open: () => Promise<RepositoriesUnderTest>) {
  let tested: RepositoriesUnderTest;
  beforeAll(async () => {
    tested = await open();
  });
  beforeEach(() => tested.refuseJobs(false));
  afterAll(() => tested.close());

  /** An upload that is stored. */
  async function storeUpload(change: Partial<UploadRecord> = {}): Promise<UploadRecord> {
    const upload = makeUpload(change);
    await tested.uploads.insert(upload);
    return upload;
  }

  /** A caption that is stored with its upload. */
  async function storeCaption(
    change: Partial<CaptionRecord> = {},
    given?: UploadRecord,
    searchText = "beach.jpg",
  ) {
    const upload = given ?? (await storeUpload());
    const caption = makeCaption(upload, change);
    const outcome = await tested.captions.create({
      caption,
      searchText,
      lane: "photo",
      idempotency: undefined,
    });
    if (outcome.kind !== "created") throw new Error(`The caption was not created: ${outcome.kind}`);
    return { upload, caption, id: caption.id };
  }

  return { tested: () => tested, storeUpload, storeCaption };
}
