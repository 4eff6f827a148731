import type { Limits } from "@caption-generator/schema";
import type { Logger } from "pino";
import type { WithWorkFolder } from "./media/work-folder.ts";
import type { ApiKeysRepository } from "./ports/api-keys-repository.ts";
import type { Cache } from "./ports/cache.ts";
import type { CaptionModel } from "./ports/caption-model.ts";
import type { CaptionsRepository } from "./ports/captions-repository.ts";
import type { EventBus } from "./ports/events.ts";
import type { JobQueue } from "./ports/job-queue.ts";
import type { MediaTools } from "./ports/media-tools.ts";
import type { ObjectStore } from "./ports/object-store.ts";
import type { Scanner } from "./ports/scanner.ts";
import type { Budget, SpendingLedger } from "./ports/spending-ledger.ts";
import type { Transcriber } from "./ports/transcriber.ts";
import type { UploadsRepository } from "./ports/uploads-repository.ts";

/** All that use-cases and the pipeline stand on. Built once, in `composition.ts`. */
export interface Deps {
  readonly uploads: UploadsRepository;
  readonly captions: CaptionsRepository;
  readonly apiKeys: ApiKeysRepository;
  readonly store: ObjectStore;
  readonly queue: JobQueue;
  readonly cache: Cache;
  readonly events: EventBus;
  readonly scanner: Scanner;
  readonly media: MediaTools;
  readonly transcriber: Transcriber;
  readonly withWorkFolder: WithWorkFolder;
  readonly model: CaptionModel;
  readonly limits: Limits;
  readonly budget: Budget;
  readonly ledger: SpendingLedger;
  readonly log: Logger;
  readonly now: () => Date;
  /** True once the process is going down: nothing new is begun. */
  readonly draining: AbortSignal;
  /** Answers if the database does. */
  readonly ping: () => Promise<void>;
}
